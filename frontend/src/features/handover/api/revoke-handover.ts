import { request } from "../../../lib/http.ts";
import type { Handover } from "../../../types/handover.ts";

/** Its link and its code open nothing any more. */
export function revokeHandover(conversation: string, id: string): Promise<Handover> {
  return request(
    "DELETE",
    `/api/v1/conversations/${encodeURIComponent(conversation)}/handovers/${encodeURIComponent(id)}`,
  );
}
