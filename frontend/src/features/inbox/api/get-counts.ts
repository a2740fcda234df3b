import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { LiveCounts } from "../../../types/api.ts";

export function getCounts(signal?: AbortSignal): Promise<LiveCounts> {
  return request("GET", "/api/v1/inbox/counts", undefined, signal);
}

export const countsQuery = queryOptions({
  queryKey: queryKeys.counts,
  queryFn: ({ signal }) => getCounts(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
