import { expect, it } from "vitest";
import { draftOf, freshKind, idOf, wishOf } from "./kind-draft.ts";

it("an id is made of the name, and is nobody else’s", () => {
  expect(idOf("Membership number", [])).toBe("membership-number");
  expect(idOf("Café  №", ["cafe"])).toBe("cafe-2");
  expect(idOf("会員", [])).toBe("kind");
});

it("questions are lines, each once, and a missing name is the other one", () => {
  const wish = wishOf({ ...freshKind, nl: " Lidnummer ", asksNl: "Wat is je lidnummer?\n\nlidnummer\nlidnummer " });
  expect(wish).toEqual({
    name: { nl: "Lidnummer", en: "Lidnummer" },
    pattern: null,
    questions: { nl: ["Wat is je lidnummer?", "lidnummer"], en: [] },
  });
  expect(wishOf(draftOf({ kind: "member", builtIn: false, ...wish }))).toEqual(wish);
});
