import { expect, it } from "vitest";
import type { LiveCall, LiveCalls } from "../../types/api.ts";
import { applyToCalls } from "./cache.ts";

const ada: LiveCall = {
  entry: "e2",
  conversation: "v1",
  topic: "t1",
  customer: { id: "c1", name: "Ada" },
  state: "ringing",
  mine: true,
  person: { id: "lotte", name: "Lotte" },
  known: "number",
  since: "2026-11-26T08:00:00Z",
  out: false,
  picked: false,
};
const grace: LiveCall = { ...ada, entry: "e1", customer: { id: "c2", name: "Grace" } };
const calls = (...items: LiveCall[]): LiveCalls => ({ items, live: "a:1" });

it("a call that comes in stands among the others by when it came", () => {
  expect(applyToCalls(calls(ada), { type: "call", entry: "e1", call: grace }).items).toEqual([grace, ada]);
});

it("a call that is answered takes the place of the one that rang, however often it is told", () => {
  const talking = { ...ada, state: "talking" as const };
  const once = applyToCalls(calls(grace, ada), { type: "call", entry: "e2", call: talking });
  expect(applyToCalls(once, { type: "call", entry: "e2", call: talking }).items).toEqual([grace, talking]);
});

it("a call that is over, or rings elsewhere, leaves", () => {
  expect(applyToCalls(calls(grace, ada), { type: "call", entry: "e1", call: null }).items).toEqual([ada]);
});
