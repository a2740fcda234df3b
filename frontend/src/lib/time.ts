import type { Language } from "../types/api.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const locales: Record<Language, string> = { en: "en-GB", nl: "nl-NL" };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language], options);
    formats.set(key, found);
  }
  return found;
}

export function clock(at: string | number, language: Language): string {
  return format(language, "clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
}

/** The whole moment, for whoever hovers. */
export function exact(at: string | number, language: Language): string {
  return format(language, "exact", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).format(new Date(at));
}

export function dayKey(at: string | number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** "Thursday 11 June", with the year where it is not this one. */
export function dayName(at: string, now: number, language: Language): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const parts = format(language, sameYear ? "day" : "day-year", {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(new Date(at));
  return parts.replace(",", "");
}

/** How long something took: "0:12", "1:12", "1:02:03". */
export function lasting(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number: number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60) % 60;
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}

/** How long ago, in the shortest honest form: "now", "4 min", "2 h", "3 d". */
export function ago(since: string, now: number, language: Language): string {
  const passed = Math.max(0, now - Date.parse(since));
  if (passed < minute) return language === "nl" ? "nu" : "now";
  if (passed < hour) return `${Math.floor(passed / minute)} min`;
  if (passed < day) return language === "nl" ? `${Math.floor(passed / hour)} u` : `${Math.floor(passed / hour)} h`;
  return `${Math.floor(passed / day)} d`;
}

/** By how much something is late already. */
export function lateBy(due: string, now: number, language: Language): string {
  if (now - Date.parse(due) < minute) return language === "nl" ? "zojuist" : "just now";
  return ago(due, now, language);
}

/** When something was, as a list shows it: the clock today, the weekday this week, else the date. */
export function when(at: string, now: number, language: Language): string {
  if (dayKey(at) === dayKey(now)) return clock(at, language);
  const passed = now - Date.parse(at);
  if (passed < 6 * day) return format(language, "weekday", { weekday: "short" }).format(new Date(at));
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return format(
    language,
    sameYear ? "date" : "month",
    sameYear ? { day: "numeric", month: "short" } : { month: "short", year: "numeric" },
  ).format(new Date(at));
}

/** A moment to come, said briefly: the clock today, "tomorrow 09:00", "Mon 09:00", else "3 Dec 09:00". */
export function ahead(at: string | number, now: number, language: Language): string {
  const time = clock(at, language);
  if (dayKey(at) === dayKey(now)) return time;
  if (dayKey(at) === dayKey(nextDay(now))) return `${language === "nl" ? "morgen" : "tomorrow"} ${time}`;
  const distant = new Date(at).getTime() - now >= 6 * day;
  const parts = distant
    ? format(language, "date", { day: "numeric", month: "short" })
    : format(language, "weekday", { weekday: "short" });
  return `${parts.format(new Date(at))} ${time}`;
}

/** A moment as it stays true in the record: the clock where it is the same day, else day and clock. */
export function moment(at: string, said: string, language: Language): string {
  if (dayKey(at) === dayKey(said)) return clock(at, language);
  const date = format(language, "record", { weekday: "short", day: "numeric", month: "short" }).format(new Date(at));
  return `${date.replace(",", "")} ${clock(at, language)}`;
}

/** The day something was, as it stays true in a record of `said`: "today", "yesterday", "on Monday", "on 3 November". */
export function dayOf(at: string, said: string, language: Language): string {
  const days = Math.round((midnight(said) - midnight(at)) / day);
  if (days <= 0) return language === "nl" ? "vandaag" : "today";
  if (days === 1) return language === "nl" ? "gisteren" : "yesterday";
  const name =
    days < 7
      ? format(language, "long-weekday", { weekday: "long" }).format(new Date(at))
      : format(language, "day-month", { day: "numeric", month: "long" }).format(new Date(at));
  return `${language === "nl" ? "op" : "on"} ${name}`;
}

function midnight(at: string): number {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function nextDay(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime();
}

/** So many minutes, as short as they can be said: "15 min", "2 h", "1 h 30". */
export function minutesLong(minutes: number, language: Language): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} ${language === "nl" ? "u" : "h"}${rest ? ` ${String(rest).padStart(2, "0")}` : ""}`;
}

/** The rest of a span: "13 d", "23 h 36", "18 min". */
export function left(until: string, now: number, language: Language): string {
  const rest = Math.max(0, Date.parse(until) - now);
  const hours = Math.floor(rest / hour);
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  return minutesLong(Math.floor(rest / minute), language);
}

/** The end of the day a moment lies in, where this person is. */
export function endOfDay(at: number): number {
  return nextDay(at);
}
