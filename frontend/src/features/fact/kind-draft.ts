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

/** The id of a new kind, made of its name and not taken yet. */
export function idOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 36);
  const base = plain || "kind";
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}
