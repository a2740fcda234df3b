import type { Language } from "../types/api.ts";

/** Languages people are likely to speak with customers here; any other of ISO 639-1 may be stored. */
const likely =
  "nl en de fr es it pt pl tr ar uk ru ro bg el cs sk sl hr sr hu da sv no fi et lv lt is ga fy zh ja ko hi ur fa vi th id he so ti ku am".split(
    " ",
  );

const names = new Map<Language, Intl.DisplayNames>();

/** A language's name in the language of the screen, beginning with a capital. */
export function languageName(code: string, screen: Language): string {
  let found = names.get(screen);
  if (!found) {
    found = new Intl.DisplayNames([screen], { type: "language" });
    names.set(screen, found);
  }
  const name = found.of(code) ?? code;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The likely languages that are not among these yet, by name. */
export function otherLanguages(known: readonly string[], screen: Language): { code: string; name: string }[] {
  return likely
    .filter((code) => !known.includes(code))
    .map((code) => ({ code, name: languageName(code, screen) }))
    .sort((left, right) => left.name.localeCompare(right.name, screen));
}
