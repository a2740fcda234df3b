import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { LiveCalls } from "../../../types/api.ts";

export function getCalls(signal?: AbortSignal): Promise<LiveCalls> {
  return request("GET", "/api/v1/calls", undefined, signal);
}

/** Fetched once; the socket tells who calls, and when it is over. */
export const callsQuery = queryOptions({
  queryKey: queryKeys.calls,
  queryFn: ({ signal }) => getCalls(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
