import type { Language } from "../types/api.ts";
import type { MomentRead } from "../types/promise.ts";
import { query, request } from "./http.ts";

/** Which moment words mean by the opening hours of a topic's queue: "tomorrow morning", "in 2 working hours", "14:00". */
export function readMoment(topic: string, text: string, language: Language): Promise<MomentRead> {
  return request("GET", `/api/v1/topics/${encodeURIComponent(topic)}/moment${query({ text, language })}`);
}

/** The same by the hours of a calendar. */
export function readMomentOn(calendar: string, text: string, language: Language): Promise<MomentRead> {
  return request("GET", `/api/v1/calendars/${encodeURIComponent(calendar)}/moment${query({ text, language })}`);
}
