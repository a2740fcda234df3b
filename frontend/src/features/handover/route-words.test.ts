import { expect, it } from "vitest";
import { missing, shownAs } from "./route-words.ts";

it("words without what leads there are told what they lack; no words are ours", () => {
  expect(missing("Call us", ["{number}", "{code}"])).toEqual(["{number}", "{code}"]);
  expect(missing("Call {number}, key in {code}", ["{number}", "{code}"])).toEqual([]);
  expect(missing("  ", ["{link}"])).toEqual([]);
});

it("words are shown as a customer reads them, and what is no placeholder as it stands", () => {
  expect(shownAs("Call {number} and key in {code}, {name}", "en")).toBe(
    "Call +31 20 123 45 67 and key in 482 193, {name}",
  );
});
