import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Split, SplitWish } from "../../../types/identity.ts";

const path = (customer: string) => `/api/v1/customers/${encodeURIComponent(customer)}/splits`;

/** Makes two customers of one. */
export function splitCustomer(customer: string, wish: SplitWish): Promise<Split> {
  return request("POST", path(customer), wish);
}

export function undoSplit(customer: string, split: string): Promise<unknown> {
  return request("DELETE", `${path(customer)}/${encodeURIComponent(split)}`);
}

/** What it would come to, of each topic. */
export const splitQuery = (customer: string, identities: string[], topics: string[]) =>
  queryOptions({
    queryKey: queryKeys.splitPreview(customer, [...identities, ...topics].toSorted().join(" ")),
    queryFn: async ({ signal }) =>
      (await request<Split>("POST", path(customer), { identities, topics, preview: true }, signal)).preview ?? [],
    enabled: identities.length + topics.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
