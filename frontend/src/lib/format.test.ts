import { expect, it } from "vitest";
import { fullName, readableNumber, shortName } from "./format.ts";

it("a number is written in groups, after its country", () => {
  expect(readableNumber("+31612345601")).toBe("+31 6 1234 5601");
  expect(readableNumber("+4915112345605")).toBe("+49 151 1234 5605");
  expect(readableNumber("+12025550143")).toBe("+1 20 2555 0143");
  expect(readableNumber("+35312345678")).toBe("+353 1234 5678");
});

it("what is no number stays as it is", () => {
  expect(readableNumber("eva@example.com")).toBe("eva@example.com");
  expect(fullName("Eva Lindeman")).toBe("Eva Lindeman");
});

it("the margin has the first name, or what follows a title", () => {
  expect(shortName("Eva Lindeman")).toBe("Eva");
  expect(shortName("Familie Wouters")).toBe("Wouters");
  expect(shortName("Herr Lang")).toBe("Lang");
  expect(shortName("+31612345601")).toBe("…5601");
});
