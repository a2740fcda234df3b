import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

/** The topic as it then is; nothing where this person sees it no longer. */
export function moveTopic(topic: string, queue: string, note: string): Promise<InboxItem | undefined> {
  return request("POST", `/api/v1/topics/${encodeURIComponent(topic)}/queue`, { queue, note: note || null });
}
