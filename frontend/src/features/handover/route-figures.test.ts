import { expect, it } from "vitest";
import { arrivedWithin, dropOff, total } from "./route-figures.ts";

const sums = { offered: 10, arrived: 6, declined: 1, expired: 1, revoked: 1, open: 1 };

it("who declined or let the time pass dropped off; what we took back, and what is open, did not", () => {
  expect(dropOff(sums)).toBe(25);
});

it("nothing is said of a route whose offers are all open", () => {
  expect(dropOff({ ...sums, arrived: 0, declined: 0, expired: 0 })).toBeNull();
});

it("routes are summed up", () => {
  const one = { ...sums, from: "chat", to: "voice", success: 0.75, averageSeconds: 40, medianSeconds: 64 } as const;
  expect(total([one, one])).toEqual({ offered: 20, arrived: 12, declined: 2, expired: 2, revoked: 2, open: 2 });
  expect(total([])).toEqual({ offered: 0, arrived: 0, declined: 0, expired: 0, revoked: 0, open: 0 });
});

it("a time to arrive is said in seconds, minutes or hours", () => {
  expect([null, 64, 128, 8192].map((seconds) => arrivedWithin(seconds, "en"))).toEqual([
    "–",
    "64 s",
    "3 min",
    "2 h 17",
  ]);
});
