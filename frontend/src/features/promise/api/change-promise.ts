import { request } from "../../../lib/http.ts";
import type { PromiseRecord } from "../../../types/promise.ts";

const at = (id: string, verb: string) => `/api/v1/promises/${encodeURIComponent(id)}/${verb}`;

/** Says that it is kept: only a person does. */
export function keepPromise(id: string): Promise<PromiseRecord> {
  return request("POST", at(id, "keep"), { clientId: crypto.randomUUID() });
}

/** Another moment, told to the customer with the reason. */
export function renegotiatePromise(id: string, dueAt: string, reason: string): Promise<PromiseRecord> {
  return request("POST", at(id, "renegotiate"), { dueAt, reason, clientId: crypto.randomUUID() });
}

export function releasePromise(id: string, reason: string): Promise<PromiseRecord> {
  return request("POST", at(id, "release"), { reason, clientId: crypto.randomUUID() });
}
