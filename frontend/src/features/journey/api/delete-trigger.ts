import { request } from "../../../lib/http.ts";

export function deleteTrigger(id: string): Promise<void> {
  return request("DELETE", `/api/v1/triggers/${encodeURIComponent(id)}`);
}
