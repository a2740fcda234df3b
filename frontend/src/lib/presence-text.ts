import { useTranslation } from "react-i18next";
import type { PersonPresence } from "../types/api.ts";
import { useLanguage } from "./i18n/setup.ts";
import { ahead } from "./time.ts";
import { useNow } from "./use-now.ts";

/** How somebody stands, in a few words: "here", "busy", "lunch, back 13:30", "ill, until Mon 09:00", "not here". */
export function usePresenceText(): (presence: PersonPresence) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  return ({ state, reason, until }) => {
    if (state !== "away") return t(`presence.${state}`);
    const why = t(`presence.reason.${reason ?? "other"}`);
    if (!until) return why;
    const late = Date.parse(until) < now;
    return late
      ? t("presence.late", { why, time: ahead(until, now, language) })
      : t("presence.until", { why, time: ahead(until, now, language) });
  };
}
