import { request } from "../../../lib/http.ts";
import type { Handover, NewHandover } from "../../../types/handover.ts";

export function createHandover(conversation: string, wanted: NewHandover): Promise<Handover> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/handovers`, wanted);
}
