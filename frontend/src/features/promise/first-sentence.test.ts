import { expect, it } from "vitest";
import { firstSentence } from "./first-sentence.ts";

it("what was heard is proposed from their first sentence", () => {
  expect(firstSentence("My lamp flickers. It is the red one.")).toBe("My lamp flickers.");
  expect(firstSentence("  Costs € 3.50 too much\nper month ")).toBe("Costs € 3.50 too much per month");
  expect(firstSentence("a".repeat(300))).toHaveLength(160);
});

it("a greeting is not what they told us", () => {
  expect(firstSentence("Hi! My order 4711-82 was due yesterday. It is late.")).toBe(
    "My order 4711-82 was due yesterday.",
  );
  expect(firstSentence("Goedemiddag,\n\nFactuur 2026-0914 klopt niet.")).toBe("Factuur 2026-0914 klopt niet.");
  expect(firstSentence("Hello again, any news about my lamp?")).toBe("Any news about my lamp?");
  expect(firstSentence("Dagkaart is kwijt. Wat nu?")).toBe("Dagkaart is kwijt.");
  expect(firstSentence("Hallo!")).toBe("Hallo!");
});
