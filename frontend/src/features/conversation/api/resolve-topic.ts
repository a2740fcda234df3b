import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

export function resolveTopic(topic: string): Promise<InboxItem> {
  return request("POST", `/api/v1/topics/${encodeURIComponent(topic)}/resolve`, {});
}
