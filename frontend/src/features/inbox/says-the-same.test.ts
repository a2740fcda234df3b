import { expect, it } from "vitest";
import { saysTheSame } from "./says-the-same.ts";

it("a title made of the first words says nothing more", () => {
  expect(saysTheSame("De monteur is niet geweest, ik heb…", "De monteur is niet geweest, ik heb de hele ochtend")).toBe(
    true,
  );
  expect(saysTheSame("Is it\noak?".replace("\n", " "), "Is it\noak?")).toBe(true);
});

it("a subject, or a title after the talk went on, does", () => {
  expect(saysTheSame("Order 4711-82", "One more thing")).toBe(false);
});
