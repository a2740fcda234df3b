import { expect, it } from "vitest";
import type { PromiseRecord } from "../../types/promise.ts";
import { countNew, heldPromises } from "./held-promises.ts";

const promise = (id: string, state: PromiseRecord["state"] = "open") => ({ id, state }) as PromiseRecord;

it("rows keep their place and say how they stand", () => {
  const held = [promise("a"), promise("b")];
  const now = [promise("c"), promise("b", "late"), promise("a")];
  expect(heldPromises(held, now)).toEqual([promise("a"), promise("b", "late")]);
  expect(countNew(held, now)).toBe(1);
});

it("what has gone stays as it was, until the list is left", () => {
  expect(heldPromises([promise("a")], [])).toEqual([promise("a")]);
});
