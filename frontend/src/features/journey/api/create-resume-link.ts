import { request } from "../../../lib/http.ts";
import type { ResumeLink } from "../../../types/journey.ts";

/** A link back to where the customer stopped; what they had filled in is not in it. */
export function createResumeLink(customer: string, step: string): Promise<ResumeLink> {
  return request("POST", `/api/v1/customers/${encodeURIComponent(customer)}/resume`, { step });
}
