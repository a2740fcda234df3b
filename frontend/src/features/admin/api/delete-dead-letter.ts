import { request } from "../../../lib/http.ts";

export function deleteDeadLetter(id: string): Promise<void> {
  return request("DELETE", `/api/v1/dead-letters/${encodeURIComponent(id)}`);
}
