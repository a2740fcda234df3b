import { request } from "../../../lib/http.ts";
import type { Merged, MergeWish } from "../../../types/identity.ts";

/** Joins another customer to this one, or shows what that comes to. */
export function mergeCustomers(customer: string, wish: MergeWish): Promise<Merged> {
  return request("POST", `/api/v1/customers/${encodeURIComponent(customer)}/merges`, wish);
}
