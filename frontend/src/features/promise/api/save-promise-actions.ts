import { request } from "../../../lib/http.ts";
import type { PromiseActions } from "../../../types/promise.ts";

export function savePromiseActions(actions: PromiseActions): Promise<PromiseActions> {
  return request("PUT", "/api/v1/promise-actions", actions);
}
