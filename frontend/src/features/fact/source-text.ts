import type { TFunction } from "i18next";
import type { Strings } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import { when } from "../../lib/time.ts";
import type { Language } from "../../types/api.ts";
import type { FactSource } from "../../types/fact.ts";

/** Where and when something was said, briefly: "chat 10:02". */
export function sourceText({ channel, at }: FactSource, now: number, t: TFunction, language: Language): string {
  const where = i18n.exists(`fact.in.${channel}`) ? t(`fact.in.${channel as keyof Strings["fact"]["in"]}`) : channel;
  return `${where} ${when(at, now, language)}`;
}

/** The same in a sentence: "said in chat 10:02", "filled in on the site 10:02". */
export function saidText(source: FactSource, now: number, t: TFunction, language: Language): string {
  const text = sourceText(source, now, t, language);
  if (source.channel === "agent") return text;
  if (source.channel === "web") return t("fact.filledIn", { source: text });
  return t(source.channel === "profile" ? "fact.fromProfile" : "fact.saidIn", { source: text });
}
