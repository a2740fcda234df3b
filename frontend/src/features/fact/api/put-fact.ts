import { request } from "../../../lib/http.ts";
import type { Fact } from "../../../types/fact.ts";

/** Confirms what holds, or sets it otherwise. */
export function putFact(customer: string, kind: string, value: string): Promise<Fact> {
  return request("PUT", `/api/v1/customers/${encodeURIComponent(customer)}/facts/${encodeURIComponent(kind)}`, {
    value,
  });
}
