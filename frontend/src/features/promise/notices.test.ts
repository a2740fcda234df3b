import { expect, it } from "vitest";
import type { PromiseRecord } from "../../types/promise.ts";
import { becamePressing } from "./use-promise-notices.ts";

const promise = (id: string, state: PromiseRecord["state"]) => ({ id, state }) as PromiseRecord;

it("what was pressing at first is on the screen already", () => {
  expect(becamePressing(null, [promise("a", "late")])).toEqual([]);
});

it("each step is told once: soon due, then late", () => {
  const open = new Map([["a", "open"]]);
  const soon = [promise("a", "due-soon")];
  expect(becamePressing(open, soon)).toEqual(soon);
  expect(becamePressing(new Map([["a", "due-soon"]]), soon)).toEqual([]);
  expect(becamePressing(new Map([["a", "due-soon"]]), [promise("a", "late")])).toHaveLength(1);
});

it("that the customer could not be told is told once, whatever the clock says", () => {
  const untold = [{ ...promise("a", "open"), told: "failed" } as PromiseRecord];
  expect(becamePressing(new Map([["a", "open"]]), untold)).toEqual(untold);
  expect(becamePressing(new Map([["a", "open untold"]]), untold)).toEqual([]);
  expect(
    becamePressing(new Map([["a", "open untold"]]), [{ ...promise("a", "open"), told: "sent" } as PromiseRecord]),
  ).toEqual([]);
});

it("a promise that was handed over while it is late is told", () => {
  expect(becamePressing(new Map(), [promise("b", "late")])).toHaveLength(1);
});
