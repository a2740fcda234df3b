import { request } from "../../../lib/http.ts";
import type { QueueSettings, WholeQueue } from "../../../types/queue.ts";

/** Adds a queue, or changes the one that was read. */
export function saveQueue(before: WholeQueue | null, settings: QueueSettings): Promise<WholeQueue> {
  return before
    ? request("PUT", `/api/v1/queues/${encodeURIComponent(before.id)}`, { ...settings, version: before.version })
    : request("POST", "/api/v1/queues", settings);
}
