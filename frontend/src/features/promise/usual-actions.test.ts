import { expect, it } from "vitest";
import { offeredActions, usualActions } from "./usual-actions.ts";

it("the house's own sentences come before one's own, each once", () => {
  expect(offeredActions(["I ask our workshop"], ["I look it up", "I ask our workshop"])).toEqual([
    "I ask our workshop",
    "I look it up",
  ]);
});

const made = (action: string, day: number) => ({ action, madeAt: `2026-06-0${day}T10:00:00Z` });

it("what is promised most comes first, then what was promised last; each once, four at the most", () => {
  const lately = [
    made("I ask our workshop", 1),
    made(" I ask our workshop ", 2),
    made("I send the invoice", 3),
    made("I ask our driver", 5),
    made("I look it up", 4),
    made("I call the shop", 1),
    made("", 6),
  ];
  expect(usualActions(lately)).toEqual([
    "I ask our workshop",
    "I ask our driver",
    "I look it up",
    "I send the invoice",
  ]);
  expect(usualActions([])).toEqual([]);
});
