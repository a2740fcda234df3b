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
    madeAt: "2026-06-11T08:00:00Z",
    moments: [],
    ...change,
  }) as PromiseRecord;
const answer = (change: Partial<Entry> = {}) =>
  ({ id: "e7", type: "message", topic: "t1", channel: "email", at: "2026-06-11T09:00:00.5Z", ...change }) as Entry;
const nothing = new Set<string>();

it("an answer on the promised channel, after the promise, may keep it", () => {
  expect(mayKeep([promise()], answer(), nothing)?.id).toBe("p1");
});

it.each([
  ["nothing was answered", [promise()], null],
  ["on another channel", [promise()], answer({ channel: "chat" })],
  ["before the promise was told", [promise()], answer({ at: "2026-06-11T07:00:00Z" })],
  [
    "before it was moved",
    [promise({ moments: [{ at: "2026-06-11T09:30:00Z", dueAt: "2026-06-11T12:00:00Z", by: null, reason: "closed" }] })],
    answer(),
  ],
  ["in another topic", [promise()], answer({ topic: "t2" })],
  ["kept already", [promise({ state: "kept" })], answer()],
] as const)("%s: nothing is proposed", (_, promises, said) => {
  expect(mayKeep([...promises], said, nothing)).toBeNull();
});

it("what was told of it after the answer does not make the answer older", () => {
  expect(mayKeep([promise({ entry: "e9", noticedAt: "2026-06-11T09:10:00Z" })], answer(), nothing)?.id).toBe("p1");
});

it("a call may keep what was promised by phone, in whichever topic, unless it was promised while they spoke", () => {
  const call = answer({ type: "call", topic: "t2", channel: "voice" });
  expect(mayKeep([promise({ channel: "voice" })], call, nothing)?.id).toBe("p1");
  expect(mayKeep([promise()], call, nothing)).toBeNull();
  expect(mayKeep([promise({ channel: "voice", madeAt: "2026-06-11T09:02:00Z" })], call, nothing)).toBeNull();
});

it("of several the earliest is meant, and of those refused none", () => {
  const later = promise({ id: "p2", dueAt: "2026-06-12T12:00:00Z" });
  expect(mayKeep([later, promise()], answer(), nothing)?.id).toBe("p1");
  expect(mayKeep([later, promise()], answer(), new Set(["p1 e7"]))?.id).toBe("p2");
});
