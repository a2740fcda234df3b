import { request } from "../../../lib/http.ts";

export function deleteCalendar(id: string): Promise<void> {
  return request("DELETE", `/api/v1/calendars/${encodeURIComponent(id)}`);
}
