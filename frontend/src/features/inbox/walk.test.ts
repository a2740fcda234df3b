import { expect, it } from "vitest";
import { placeOf, step } from "./walk.ts";

const rows = ["a", "b", "c", "d", "e"];

it("without a selection the walk begins at the top", () => {
  expect(step(rows, null, null, 1)).toBe("a");
});

it("it goes down and up, and stops at the ends", () => {
  expect(step(rows, "b", placeOf(rows, "b"), 1)).toBe("c");
  expect(step(rows, "b", placeOf(rows, "b"), -1)).toBe("a");
  expect(step(rows, "e", placeOf(rows, "e"), 1)).toBe("e");
  expect(step(rows, "a", placeOf(rows, "a"), -1)).toBe("a");
});

it("when the topic was resolved and left, the next is the one that stood after it", () => {
  const place = placeOf(rows, "b");
  expect(step(["a", "c", "d", "e"], "b", place, 1)).toBe("c");
  expect(step(["a", "c", "d", "e"], "b", place, -1)).toBe("a");
});

it("when the topic was answered and went to the bottom, too", () => {
  const place = placeOf(rows, "b");
  expect(step(["a", "c", "d", "e", "b"], "b", place, 1)).toBe("c");
});

it("neighbours that left meanwhile are passed over", () => {
  expect(step(["a", "d", "e"], "b", placeOf(rows, "b"), 1)).toBe("d");
});

it("new topics between do not make it look as if it had moved", () => {
  expect(step(["a", "b", "x", "c", "d", "e"], "b", placeOf(rows, "b"), 1)).toBe("x");
});

it("at the end of what was there the walk stops", () => {
  expect(step(["a", "b", "c", "d"], "e", placeOf(rows, "e"), 1)).toBeUndefined();
});
