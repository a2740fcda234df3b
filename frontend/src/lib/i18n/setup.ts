import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "../../types/api.ts";
import { readStored, writeStored } from "../storage.ts";
import type { AdminStrings } from "./admin-en.ts";
import type { Strings } from "./en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Strings & AdminStrings };
  }
}

/** Each language is a file of its own: nobody fetches one they do not read. */
const tables = {
  en: () => import("./en.ts").then((file): Strings => file.en),
  nl: () => import("./nl.ts").then((file): Strings => file.nl),
} satisfies Record<Language, () => Promise<Strings>>;

export function firstLanguage(): Language {
  const stored = readStored<Language>("loper.language");
  if (stored === "en" || stored === "nl") return stored;
  return navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en";
}

export const i18n = i18next.createInstance();

let wanted = firstLanguage();
const strings = await tables[wanted]();
const spoken = new Set([wanted]);
void i18n.use(initReactI18next).init({
  lng: wanted,
  resources: { [wanted]: { translation: strings } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = wanted;

/** Speaks another language as soon as its words are here; where they cannot be fetched, at the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  wanted = language;
  writeStored("loper.language", language);
  try {
    if (!spoken.has(language)) i18n.addResourceBundle(language, "translation", await tables[language](), true);
    spoken.add(language);
  } catch {
    return;
  }
  // Somebody may have chosen again meanwhile.
  if (wanted !== language) return;
  document.documentElement.lang = language;
  if (i18n.language !== language) await i18n.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === "nl" ? "nl" : "en";
}
