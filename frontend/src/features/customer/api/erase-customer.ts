import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import type { ErasurePreview } from "../../../types/identity.ts";

const path = (customer: string) => `/api/v1/customers/${encodeURIComponent(customer)}/erasure`;

/** What erasing a customer would remove. */
export const erasureQuery = (customer: string) =>
  queryOptions({
    queryKey: ["erasure", customer] as const,
    queryFn: ({ signal }) => request<ErasurePreview>("GET", path(customer), undefined, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** Erases a customer for good. `name` is typed, so that nobody does so by mistake. */
export function eraseCustomer(customer: string, name: string): Promise<void> {
  return request("POST", path(customer), { name });
}
