import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Occasions } from "../../../types/occasion.ts";

/** The birthdays and jubilees of these days. What holds one back changes by itself, so it is asked for again. */
export const occasionsQuery = queryOptions({
  queryKey: queryKeys.occasions,
  queryFn: ({ signal }) => request<Occasions>("GET", "/api/v1/occasions", undefined, signal),
  staleTime: 0,
  refetchInterval: 60_000,
});

/** The same of one customer. */
export const occasionsOfQuery = (conversation: string) =>
  queryOptions({
    queryKey: [...queryKeys.occasions, conversation],
    queryFn: ({ signal }) =>
      request<Occasions>("GET", `/api/v1/occasions${query({ conversation })}`, undefined, signal),
    staleTime: 60_000,
  });
