import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Deed } from "../../../types/identity.ts";

/** The joinings this customer is the result of. */
export const mergesQuery = (conversation: string, customer: string) =>
  queryOptions({
    queryKey: queryKeys.merges(conversation),
    queryFn: ({ signal }) =>
      request<{ items: Deed[] }>("GET", `/api/v1/customers/${encodeURIComponent(customer)}/merges`, undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
