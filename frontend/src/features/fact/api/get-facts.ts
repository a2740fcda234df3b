import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { FactList } from "../../../types/fact.ts";

/** What a customer told us. A push about the customer has it asked for again. */
export const factsQuery = (conversation: string, customer: string) =>
  queryOptions({
    queryKey: queryKeys.facts(conversation),
    queryFn: () => request<FactList>("GET", `/api/v1/customers/${encodeURIComponent(customer)}/facts`),
    staleTime: Number.POSITIVE_INFINITY,
  });
