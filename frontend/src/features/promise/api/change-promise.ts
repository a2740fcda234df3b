import { request } from "../../../lib/http.ts";
import type { PromiseRecord } from "../../../types/promise.ts";

const at = (id: string, verb: string) => `/api/v1/promises/${encodeURIComponent(id)}/${verb}`;

/** Says that it is kept: only a person does. `by` is the answer that keeps it, if one does. */
export function keepPromise(id: string, by?: string): Promise<PromiseRecord> {
  return request("POST", at(id, "keep"), { clientId: crypto.randomUUID(), ...(by ? { entry: by } : {}) });
}

/** Another moment, told to the customer with the reason. */
export function renegotiatePromise(
  id: string,
  dueAt: string,
  reason: string,
  clientId: string,
): Promise<PromiseRecord> {
  return request("POST", at(id, "renegotiate"), { dueAt, reason, clientId });
}

export function releasePromise(id: string, reason: string): Promise<PromiseRecord> {
  return request("POST", at(id, "release"), { reason, clientId: crypto.randomUUID() });
}
