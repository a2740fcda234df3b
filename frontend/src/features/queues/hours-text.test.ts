import { expect, it } from "vitest";
import { readHours, writeHours } from "./hours-text.ts";

it("hours are read as people write them", () => {
  expect(readHours("9-17")).toEqual([{ from: "09:00", until: "17:00" }]);
  expect(readHours("13.00–17:30, 9:00 - 12")).toEqual([
    { from: "09:00", until: "12:00" },
    { from: "13:00", until: "17:30" },
  ]);
  expect(readHours("9 tot 12 en 0930-24")).toBeNull();
  expect(readHours("8u30")).toBeNull();
  expect(readHours("0-24")).toEqual([{ from: "00:00", until: "24:00" }]);
});

it("nothing is a closed day, and what makes no sense is not understood", () => {
  expect(readHours("  ")).toEqual([]);
  for (const text of ["17-9", "9-9", "25-26", "9-12:75", "9-12, 11-14", "morning"]) expect(readHours(text)).toBeNull();
});

it("what was written is read as the same", () => {
  const hours = [
    { from: "09:00", until: "12:30" },
    { from: "13:00", until: "24:00" },
  ];
  expect(readHours(writeHours(hours))).toEqual(hours);
});
