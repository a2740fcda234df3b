import { request } from "../../../lib/http.ts";
import type { NewPromise, PromiseRecord } from "../../../types/promise.ts";

export function createPromise(conversation: string, promise: NewPromise): Promise<PromiseRecord> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/promises`, promise);
}
