import type { TFunction } from "i18next";
import { when } from "../../lib/time.ts";
import type { Language } from "../../types/api.ts";
import type { PromiseWay } from "../../types/promise.ts";

/** Why an answer cannot go a way at the promised moment, in the person's language. */
export function whyNot(way: PromiseWay, now: number, t: TFunction, language: Language): string {
  if (way.address === null) return t("composer.reason.no-address");
  if (way.windowEndsAt) return t("promise.windowThen", { time: when(way.windowEndsAt, now, language) });
  if (way.channel === "voice") return t("composer.reason.spoken");
  return way.reason ?? t("composer.reason.other");
}
