import { expect, it } from "vitest";
import { firstSentence } from "./first-sentence.ts";

it("what was heard is proposed from their first sentence", () => {
  expect(firstSentence("My lamp flickers. It is the red one.")).toBe("My lamp flickers.");
  expect(firstSentence("  Costs € 3.50 too much\nper month ")).toBe("Costs € 3.50 too much per month");
  expect(firstSentence("a".repeat(300))).toHaveLength(160);
});
