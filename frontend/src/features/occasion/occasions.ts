import type { TFunction } from "i18next";
import type { Language } from "../../types/api.ts";
import type { Occasion } from "../../types/occasion.ts";

/** Those a gesture is welcome for, those that are held back, and those somebody saw to. */
export function sorted(items: Occasion[]): { ready: Occasion[]; held: Occasion[]; seen: Occasion[] } {
  return {
    ready: items.filter((one) => !one.done && !one.held),
    held: items.filter((one) => !one.done && one.held),
    seen: items.filter((one) => one.done),
  };
}

/** "today", "tomorrow", "Friday 12 June". */
export function dayOf(date: string, today: string, t: TFunction, language: Language): string {
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  if (days === 0) return t("occasion.today");
  if (days === 1) return t("occasion.tomorrow");
  if (days === -1) return t("occasion.yesterday");
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(language === "nl" ? "nl-NL" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
}

/** "turns 34", "5 years a customer", "birthday". */
export function whatOf({ kind, years }: Occasion, t: TFunction): string {
  if (kind === "birthday") return years === null ? t("occasion.birthday") : t("occasion.birthdayOf", { count: years });
  return t("occasion.jubilee", { count: years ?? 0 });
}

/** "A promise is late: Order 4711-82"; of another department's matter no title. */
export function whyOf({ why, title }: NonNullable<Occasion["held"]>, t: TFunction): string {
  return title ? t(`occasion.why.${why}`, { title }) : t(`occasion.elsewhere.${why}`);
}

export const keyOf = ({ conversation, kind, date }: Occasion) => `${conversation} ${kind} ${date}`;
