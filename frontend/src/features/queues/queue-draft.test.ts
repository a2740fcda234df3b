import { expect, it } from "vitest";
import type { WholeQueue } from "../../types/queue.ts";
import { freshQueue, freshRule, moved, readWords, saysNothing, settingsOf } from "./queue-draft.ts";

const queue = (id: string, position: number): WholeQueue => ({
  ...freshQueue,
  id,
  name: id,
  position,
  main: id === "main",
  version: 3,
});

it("words are read between commas and on lines, each once", () => {
  expect(readWords("invoice*, refund\n to pay ,,refund")).toEqual(["invoice*", "refund", "to pay"]);
});

it("a rule without a condition says nothing", () => {
  expect(saysNothing(freshRule)).toBe(true);
  expect(saysNothing({ ...freshRule, words: ["x"] })).toBe(false);
});

it("what is sent is what may be changed", () => {
  expect(settingsOf(queue("billing", 2))).toEqual({ ...freshQueue, name: "billing", position: 2 });
});

it("a queue moves one place, and not beyond the ends", () => {
  const all = [queue("main", 0), queue("a", 1), queue("b", 2), queue("c", 3)];
  expect(moved(all, "b", -1)).toEqual(["main", "b", "a", "c"]);
  expect(moved(all, "main", -1)).toEqual(["main", "a", "b", "c"]);
});
