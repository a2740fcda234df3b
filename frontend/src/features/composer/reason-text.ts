import type { TFunction } from "i18next";
import { en } from "../../lib/i18n/en.ts";
import { when } from "../../lib/time.ts";
import type { Language, ReplyOption } from "../../types/api.ts";

type Reason = keyof typeof en.composer.reason;

/** Why a channel cannot be used, in the person's language. */
export function reasonText(option: ReplyOption, now: number, language: Language, t: TFunction): string {
  const reason = option.reason ?? "other";
  if (reason === "window-closed" && option.windowEndsAt)
    return t("composer.reason.window-closed-at", { endsAt: when(option.windowEndsAt, now, language) });
  if (Object.hasOwn(en.composer.reason, reason)) return t(`composer.reason.${reason as Reason}`);
  return option.reasonText ?? t("composer.reason.other");
}
