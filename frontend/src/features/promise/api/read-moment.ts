import { query, request } from "../../../lib/http.ts";
import type { Language } from "../../../types/api.ts";
import type { MomentRead } from "../../../types/promise.ts";

/** Which moment words mean, by the opening hours: "tomorrow morning", "in 2 working hours", "14:00". */
export function readMoment(text: string, language: Language): Promise<MomentRead> {
  return request("GET", `/api/v1/calendars/default/moment${query({ text, language })}`);
}
