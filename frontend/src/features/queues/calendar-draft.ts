import { type CalendarSettings, type Weekday, weekdays } from "../../types/queue.ts";
import { readHours, writeHours } from "./hours-text.ts";

/** A calendar as it is typed: hours are words until they are saved. */
export type CalendarDraft = {
  name: string;
  zone: string;
  week: Record<Weekday, string>;
  days: { date: string; name: string; hours: string }[];
};

const office = [{ from: "09:00", until: "17:30" }];

export function freshCalendar(): CalendarSettings {
  return {
    name: "",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: {
      monday: office,
      tuesday: office,
      wednesday: office,
      thursday: office,
      friday: office,
      saturday: [],
      sunday: [],
    },
    days: [],
  };
}

export function draftOf(settings: CalendarSettings): CalendarDraft {
  return {
    name: settings.name,
    zone: settings.zone,
    week: Object.fromEntries(weekdays.map((day) => [day, writeHours(settings.week[day])])) as CalendarDraft["week"],
    days: settings.days.map((day) => ({ date: day.date, name: day.name, hours: writeHours(day.hours) })),
  };
}

/** What would be saved; nothing as long as some hours are not understood or a day has no date. */
export function settingsOf(draft: CalendarDraft): CalendarSettings | null {
  const week = Object.fromEntries(weekdays.map((day) => [day, readHours(draft.week[day])]));
  const days = draft.days.map((day) => ({ date: day.date, name: day.name.trim(), hours: readHours(day.hours) }));
  if (Object.values(week).includes(null) || days.some((day) => day.hours === null || day.date === "")) return null;
  return {
    name: draft.name.trim(),
    zone: draft.zone.trim(),
    week: week as CalendarSettings["week"],
    days: days as CalendarSettings["days"],
  };
}
