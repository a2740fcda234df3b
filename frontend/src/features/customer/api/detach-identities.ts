import { request } from "../../../lib/http.ts";

/** The addresses become a customer of their own, with what was said on them. */
export function detachIdentities(customer: string, identities: string[], name: string): Promise<{ id: string }> {
  return request("POST", `/api/v1/customers/${encodeURIComponent(customer)}/detachments`, {
    identities,
    ...(name ? { name } : {}),
  });
}
