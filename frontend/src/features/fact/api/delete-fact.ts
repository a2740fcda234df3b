import { request } from "../../../lib/http.ts";

/** Takes a fact away: nothing that was said of this kind so far is so. */
export function deleteFact(customer: string, kind: string): Promise<void> {
  return request("DELETE", `/api/v1/customers/${encodeURIComponent(customer)}/facts/${encodeURIComponent(kind)}`);
}
