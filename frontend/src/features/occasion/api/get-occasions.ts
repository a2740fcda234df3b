import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Occasions } from "../../../types/occasion.ts";

/** The birthdays and jubilees of these days. The socket tells when they change; only that a day is over it does not tell. */
export const occasionsQuery = queryOptions({
  queryKey: queryKeys.occasions,
  queryFn: ({ signal }) => request<Occasions>("GET", "/api/v1/occasions", undefined, signal),
  staleTime: 0,
  refetchInterval: 15 * 60_000,
});

/** The same of one customer. */
export const occasionsOfQuery = (conversation: string) =>
  queryOptions({
    queryKey: queryKeys.occasionsOf(conversation),
    queryFn: ({ signal }) =>
      request<Occasions>("GET", `/api/v1/occasions${query({ conversation })}`, undefined, signal),
    staleTime: 60_000,
  });
