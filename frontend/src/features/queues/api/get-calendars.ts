import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Calendar } from "../../../types/queue.ts";

export const calendarsQuery = queryOptions({
  queryKey: queryKeys.calendars,
  queryFn: ({ signal }) => request<{ items: Calendar[] }>("GET", "/api/v1/calendars", undefined, signal),
  staleTime: 0,
});
