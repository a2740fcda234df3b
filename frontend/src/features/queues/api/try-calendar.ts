import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Language } from "../../../types/api.ts";
import type { MomentRead } from "../../../types/promise.ts";
import type { CalendarSettings } from "../../../types/queue.ts";

/** What words mean on a calendar that is not saved yet. */
export const tryCalendarQuery = (calendar: CalendarSettings, text: string, language: Language) =>
  queryOptions({
    queryKey: queryKeys.calendarTry(JSON.stringify(calendar), text, language),
    queryFn: ({ signal }) => request<MomentRead>("POST", "/api/v1/calendars/try", { calendar, text, language }, signal),
    staleTime: 30_000,
    retry: false,
  });
