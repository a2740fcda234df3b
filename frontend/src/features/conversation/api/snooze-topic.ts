import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

/** Puts a topic aside until a moment, unless the customer writes before. */
export function snoozeTopic(topic: string, until: string): Promise<InboxItem> {
  return request("POST", `/api/v1/topics/${encodeURIComponent(topic)}/snooze`, { until });
}
