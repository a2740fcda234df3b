import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

export function assignTopic(topic: string, assignee: string | null): Promise<InboxItem> {
  return request("POST", `/api/v1/topics/${encodeURIComponent(topic)}/assign`, { assignee });
}
