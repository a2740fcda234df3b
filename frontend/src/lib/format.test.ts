import { expect, it } from "vitest";
import { fullName, namedWell, readableNumber, shortName } from "./format.ts";
import { chooseLanguage } from "./i18n/setup.ts";

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

it("a visitor who gave no name is called one in the language of the screen", async () => {
  expect(fullName("Visitor mM_W")).toBe("Visitor mM_W");
  await chooseLanguage("nl");
  expect(fullName("Visitor mM_W")).toBe("Bezoeker mM_W");
  expect(shortName("Visitor mM_W")).toBe("Bezoeker");
  expect(fullName("Visitor Jones")).toBe("Visitor Jones");
  expect(namedWell("Visitor mM_W")).toBe(false);
  await chooseLanguage("en");
});

it("the margin has the first name, or what follows a title", () => {
  expect(shortName("Eva Lindeman")).toBe("Eva");
  expect(shortName("Familie Wouters")).toBe("Wouters");
  expect(shortName("Herr Lang")).toBe("Lang");
  expect(shortName("+31612345601")).toBe("…5601");
});
