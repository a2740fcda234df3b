import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "../../types/api.ts";
import { readStored, writeStored } from "../storage.ts";
import type { AdminStrings } from "./admin-en.ts";
import { en, type Strings } from "./en.ts";
import { nl } from "./nl.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Strings & AdminStrings };
  }
}

export function firstLanguage(): Language {
  const stored = readStored<Language>("loper.language");
  if (stored === "en" || stored === "nl") return stored;
  return navigator.language.toLowerCase().startsWith("nl") ? "nl" : "en";
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: "en",
  resources: { en: { translation: en }, nl: { translation: nl } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
document.documentElement.lang = i18n.language;

export function chooseLanguage(language: Language): void {
  writeStored("loper.language", language);
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === "nl" ? "nl" : "en";
}
