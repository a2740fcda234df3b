import { request } from "../../../lib/http.ts";

export function replayDeadLetter(id: string): Promise<{ outcome: string }> {
  return request("POST", `/api/v1/dead-letters/${encodeURIComponent(id)}/replay`, {});
}
