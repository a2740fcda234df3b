import { request } from "../../../lib/http.ts";
import type { Customer } from "../../../types/api.ts";

/** Says whether several people use an address. */
export function shareIdentity(customer: string, identity: string, shared: boolean): Promise<Customer> {
  return request("PUT", `/api/v1/customers/${encodeURIComponent(customer)}/shared-identities`, { identity, shared });
}
