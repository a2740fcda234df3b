import { expect, it } from "vitest";
import { draftOf, freshKind, wishOf } from "./kind-draft.ts";

it("questions are lines, each once, and a missing name is the other one", () => {
  const wish = wishOf({ ...freshKind, nl: " Lidnummer ", asksNl: "Wat is je lidnummer?\n\nlidnummer\nlidnummer " });
  expect(wish).toEqual({
    name: { nl: "Lidnummer", en: "Lidnummer" },
    pattern: null,
    questions: { nl: ["Wat is je lidnummer?", "lidnummer"], en: [] },
  });
  expect(wishOf(draftOf({ kind: "member", builtIn: false, version: "1", ...wish }))).toEqual(wish);
});
