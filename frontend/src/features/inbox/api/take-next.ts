import { query, request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

/**
 * What waits longest in one's queues, and is one's own now; nothing if nobody waits; refused if only those do whom one cannot answer.
 * @param cursor where a refusal before left off, if it did
 */
export function takeNext(cursor: string | null): Promise<InboxItem | undefined> {
  return request("POST", `/api/v1/inbox/next${query({ cursor })}`);
}
