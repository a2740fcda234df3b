import type { Language } from "../../types/api.ts";

/** The placeholders that words leave out although the customer cannot get there without them. Empty words are Loper's own. */
export function missing(words: string, needs: readonly string[]): string[] {
  return words.trim() === "" ? [] : needs.filter((placeholder) => !words.includes(placeholder));
}

const examples: Record<Language, Record<string, string>> = {
  en: {
    topic: "My lamp has not arrived",
    link: "https://…",
    code: "482 193",
    number: "+31 20 123 45 67",
    minutes: "10",
    channel: "Telegram",
    no: "https://…",
    transcript: "10:24  Eva: My lamp has not arrived.",
  },
  nl: {
    topic: "Mijn lamp is er niet",
    link: "https://…",
    code: "482 193",
    number: "+31 20 123 45 67",
    minutes: "10",
    channel: "Telegram",
    no: "https://…",
    transcript: "10:24  Eva: Mijn lamp is er niet.",
  },
};

/** The words as a customer might read them. What is no placeholder stays as it stands, as it does in the message. */
export function shownAs(words: string, language: Language): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => examples[language][name] ?? whole);
}
