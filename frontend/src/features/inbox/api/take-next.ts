import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

/** What waits longest in one's queues, and is one's own now; nothing if nobody waits; refused if only those do whom one cannot answer. */
export function takeNext(): Promise<InboxItem | undefined> {
  return request("POST", "/api/v1/inbox/next");
}
