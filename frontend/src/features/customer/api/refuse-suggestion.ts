import { request } from "../../../lib/http.ts";

/** The two are not one: they are never suggested to each other again. */
export function refuseSuggestion(customer: string, suggestion: string): Promise<void> {
  return request(
    "DELETE",
    `/api/v1/customers/${encodeURIComponent(customer)}/suggestions/${encodeURIComponent(suggestion)}`,
  );
}
