import type { TFunction } from "i18next";
import { en } from "../../lib/i18n/en.ts";
import { when } from "../../lib/time.ts";
import type { Language } from "../../types/api.ts";
import type { FactSource } from "../../types/fact.ts";

/** Where and when something was said, briefly: "chat 10:02". */
export function sourceText({ channel, at }: FactSource, now: number, t: TFunction, language: Language): string {
  const where = Object.hasOwn(en.fact.in, channel) ? t(`fact.in.${channel as keyof typeof en.fact.in}`) : channel;
  return `${where} ${when(at, now, language)}`;
}
