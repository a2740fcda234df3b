import { expect, it } from "vitest";
import type { AskedDay } from "../../types/fact.ts";
import { partsOf, rateOf, totalOf } from "./asked-sums.ts";

const days: AskedDay[] = [
  {
    day: "2026-06-10",
    figures: [
      { dimension: "channel", id: "chat", asked: 4, repeated: 1 },
      { dimension: "queue", id: "main", asked: 4, repeated: 1 },
    ],
  },
  {
    day: "2026-06-11",
    figures: [
      { dimension: "channel", id: "chat", asked: 2, repeated: 0 },
      { dimension: "channel", id: "email", asked: 2, repeated: 2 },
      { dimension: "queue", id: "main", asked: 4, repeated: 2 },
      { dimension: "team", id: "evening", asked: 2, repeated: 2 },
    ],
  },
];

it("an answer counts once in the whole, however many dimensions it is counted under", () => {
  expect(totalOf(days, null)).toEqual({ asked: 8, repeated: 3 });
  expect(totalOf(days, { dimension: "channel", id: "chat" })).toEqual({ asked: 6, repeated: 1 });
});

it("where most was asked again stands first", () => {
  expect(partsOf(days, "channel").map((part) => [part.id, rateOf(part.sums)])).toEqual([
    ["email", "100 %"],
    ["chat", "17 %"],
  ]);
  expect(rateOf({ asked: 0, repeated: 0 })).toBe("–");
});
