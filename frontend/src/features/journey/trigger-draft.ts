import type { TFunction } from "i18next";
import type { Trigger, TriggerWish } from "../../types/trigger.ts";

/** A trigger as it is being written. */
export type TriggerDraft = {
  name: string;
  active: boolean;
  over: string;
  place: string;
  wait: string;
  days: string;
  nl: string;
  en: string;
};

export const freshTrigger: TriggerDraft = {
  name: "",
  active: true,
  over: "",
  place: "",
  wait: "120",
  days: "30",
  nl: "",
  en: "",
};

export function draftOf(trigger: TriggerWish): TriggerDraft {
  return {
    name: trigger.name,
    active: trigger.active,
    over: trigger.basketOver === null ? "" : String(trigger.basketOver),
    place: trigger.place ?? "",
    wait: String(trigger.seconds),
    days: String(trigger.everyDays),
    nl: trigger.text.nl,
    en: trigger.text.en,
  };
}

export function wishOf(draft: TriggerDraft): TriggerWish {
  const nl = draft.nl.trim();
  const en = draft.en.trim();
  return {
    name: draft.name.trim(),
    active: draft.active,
    basketOver: amountOf(draft.over),
    place: draft.place.trim() || null,
    seconds: whole(draft.wait),
    everyDays: whole(draft.days),
    // Whoever reads one of them only is still asked.
    text: { nl: nl || en, en: en || nl },
  };
}

/** What is still missing before it can be saved; null: nothing. */
export function lackOf(draft: TriggerDraft): "name" | "where" | "over" | "wait" | "days" | "words" | null {
  const wish = wishOf(draft);
  if (!wish.name) return "name";
  if (draft.over.trim() && wish.basketOver === null) return "over";
  if (wish.place === null && wish.basketOver === null) return "where";
  if (!(wish.seconds >= 5 && wish.seconds <= 3600)) return "wait";
  if (!(wish.everyDays >= 1 && wish.everyDays <= 365)) return "days";
  return wish.text.nl ? null : "words";
}

/** "200", "1.249,50" and "1,249.50" are amounts; words are none. */
export function amountOf(typed: string): number | null {
  const text = typed.trim().replace(/^€\s*/, "");
  if (!/^\d[\d.,]*$/.test(text)) return null;
  const mark = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const cents = mark >= 0 && text.length - mark - 1 <= 2;
  const digits = (part: string) => part.replace(/[.,]/g, "");
  return Number(cents ? `${digits(text.slice(0, mark))}.${text.slice(mark + 1)}` : digits(text));
}

const whole = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** "basket over 200, at “delivery” for 2 min". */
export function conditionOf(trigger: Trigger, t: TFunction): string {
  const parts = [
    trigger.basketOver === null ? null : t("triggers.ifBasket", { amount: trigger.basketOver }),
    trigger.place === null ? null : t("triggers.ifPlace", { place: trigger.place }),
    trigger.seconds % 60 === 0
      ? t("triggers.ifMinutes", { count: trigger.seconds / 60 })
      : t("triggers.ifSeconds", { count: trigger.seconds }),
  ];
  return parts.filter((part) => part !== null).join(", ");
}
