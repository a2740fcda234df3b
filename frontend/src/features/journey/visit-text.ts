import type { TFunction } from "i18next";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Language } from "../../types/api.ts";
import type { Visit } from "../../types/journey.ts";

const present = 5 * 60_000;

/** Whether they are there still, as far as can be known. */
export function goesOn(visit: Visit, now: number): boolean {
  return now - Date.parse(visit.to) < present;
}

/** A visit as one line: "On the site: 6 pages, checkout step 3 of 4, stopped at Delivery address; basket € 84". */
export function visitLine(visit: Visit, now: number, t: TFunction, language: Language): string {
  const { flow, basket, where } = visit;
  const there = goesOn(visit, now);
  const parts = [visit.pages > 0 ? t("journey.pages", { count: visit.pages }) : null];
  if (visit.ordered) parts.push(t("journey.orderedThere"));
  else if (flow) {
    const step = t("journey.step", { step: flow.step, of: flow.of });
    parts.push(flow.name ? `${flow.name} ${step}` : step);
    parts.push(t(there ? "journey.at" : "journey.stoppedAt", { where: flow.label }));
  } else parts.push(t(there ? "journey.at" : "journey.lastAt", { where }));
  if (visit.invited) parts.push(t("journey.invited", { name: visit.invited }));
  const what = parts.filter((part) => part !== null).join(", ");
  const line = `${t(there ? "journey.now" : "journey.heading")}: ${what}`;
  if (!basket || visit.ordered) return line;
  return `${line}; ${t("journey.inBasket", { total: money(basket.total, basket.currency, language) })}`;
}

export function money(total: string, currency: string, language: string): string {
  const amount = Number(total);
  if (Number.isNaN(amount)) return total;
  try {
    return new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-IE", { style: "currency", currency }).format(amount);
  } catch {
    return total;
  }
}

/** What a field of a form is called, where its name is one that most shops give it. */
export function fieldText(name: string, t: TFunction): string {
  const known = `journey.field.${name.toLowerCase()}`;
  return i18n.exists(known) ? t(known as "journey.field.city") : name;
}
