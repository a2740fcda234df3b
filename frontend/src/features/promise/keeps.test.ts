import { expect, it } from "vitest";
import type { Entry } from "../../types/api.ts";
import type { PromiseRecord } from "../../types/promise.ts";
import { mayKeep } from "./keeps.ts";

const promise = (change: Partial<PromiseRecord> = {}) =>
  ({
    id: "p1",
    state: "open",
    topic: "t1",
    channel: "email",
    entry: "e5",
    dueAt: "2026-06-11T12:00:00Z",
    ...change,
  }) as PromiseRecord;
const answer = (change: Partial<Entry> = {}) => ({ id: "e7", topic: "t1", channel: "email", ...change }) as Entry;
const nothing = new Set<string>();

it("an answer on the promised channel, after the promise, may keep it", () => {
  expect(mayKeep([promise()], answer(), nothing)?.id).toBe("p1");
});

it.each([
  ["nothing was answered", [promise()], null],
  ["on another channel", [promise()], answer({ channel: "chat" })],
  ["before the promise was told", [promise()], answer({ id: "e4" })],
  ["in another topic", [promise()], answer({ topic: "t2" })],
  ["kept already", [promise({ state: "kept" })], answer()],
] as const)("%s: nothing is proposed", (_, promises, said) => {
  expect(mayKeep([...promises], said, nothing)).toBeNull();
});

it("of several the earliest is meant, and of those refused none", () => {
  const later = promise({ id: "p2", dueAt: "2026-06-12T12:00:00Z" });
  expect(mayKeep([later, promise()], answer(), nothing)?.id).toBe("p1");
  expect(mayKeep([later, promise()], answer(), new Set(["p1 e7"]))?.id).toBe("p2");
});
