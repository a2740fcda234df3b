import { request } from "../../../lib/http.ts";
import type { Calendar, CalendarSettings } from "../../../types/queue.ts";

/** Adds a calendar, or replaces the one that was read. */
export function saveCalendar(before: Calendar | null, calendar: CalendarSettings): Promise<Calendar> {
  return before
    ? request("PUT", `/api/v1/calendars/${encodeURIComponent(before.id)}`, { calendar, version: before.version })
    : request("POST", "/api/v1/calendars", calendar);
}
