import type { TFunction } from "i18next";
import type { Strings } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import { when } from "../../lib/time.ts";
import type { Language, ReplyOption } from "../../types/api.ts";

type Reason = keyof Strings["composer"]["reason"];

/** Why a channel cannot be used, in the person's language. */
export function reasonText(option: ReplyOption, now: number, language: Language, t: TFunction): string {
  const reason = option.reason ?? "other";
  if (reason === "window-closed" && option.windowEndsAt)
    return t("composer.reason.window-closed-at", { endsAt: when(option.windowEndsAt, now, language) });
  if (i18n.exists(`composer.reason.${reason}`)) return t(`composer.reason.${reason as Reason}`);
  return option.reasonText ?? t("composer.reason.other");
}
