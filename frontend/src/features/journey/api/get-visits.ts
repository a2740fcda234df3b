import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Visits } from "../../../types/journey.ts";

/** What a customer did on our sites. A push about the customer has it asked for again. */
export const visitsQuery = (conversation: string, customer: string) =>
  queryOptions({
    queryKey: queryKeys.visits(conversation),
    queryFn: () => request<Visits>("GET", `/api/v1/customers/${encodeURIComponent(customer)}/steps`),
    staleTime: Number.POSITIVE_INFINITY,
  });
