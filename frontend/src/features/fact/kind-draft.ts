import type { FactKind, FactKindWish } from "../../types/fact.ts";

/** A kind as it is being written: questions are lines. */
export type KindDraft = { nl: string; en: string; pattern: string; asksNl: string; asksEn: string };

export const freshKind: KindDraft = { nl: "", en: "", pattern: "", asksNl: "", asksEn: "" };

export function draftOf({ name, pattern, questions }: FactKind): KindDraft {
  return {
    ...name,
    pattern: pattern ?? "",
    asksNl: questions.nl.join("\n"),
    asksEn: questions.en.join("\n"),
  };
}

export function wishOf({ nl, en, pattern, asksNl, asksEn }: KindDraft): FactKindWish {
  const lines = (text: string) => [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  return {
    // Whoever speaks one of them only still reads a name.
    name: { nl: nl.trim() || en.trim(), en: en.trim() || nl.trim() },
    pattern: pattern.trim() || null,
    questions: { nl: lines(asksNl), en: lines(asksEn) },
  };
}
