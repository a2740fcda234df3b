import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Suggestion } from "../../../types/identity.ts";

/** Who may be the same person as this customer. */
export const suggestionsQuery = (conversation: string, customer: string) =>
  queryOptions({
    queryKey: queryKeys.suggestions(conversation),
    queryFn: ({ signal }) =>
      request<{ items: Suggestion[] }>(
        "GET",
        `/api/v1/customers/${encodeURIComponent(customer)}/suggestions`,
        undefined,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
