import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { endOfDay } from "../../../lib/time.ts";
import type { PromiseCounts } from "../../../types/promise.ts";

/** How many promises are to be kept; anew at least every few minutes, because a day ends. */
export const promiseCountsQuery = queryOptions({
  queryKey: queryKeys.promiseCounts,
  queryFn: ({ signal }) =>
    request<PromiseCounts>(
      "GET",
      `/api/v1/promises/counts${query({ until: new Date(endOfDay(Date.now())).toISOString() })}`,
      undefined,
      signal,
    ),
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: 5 * 60_000,
});
