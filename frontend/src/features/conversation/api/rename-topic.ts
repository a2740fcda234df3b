import { request } from "../../../lib/http.ts";
import type { InboxItem } from "../../../types/api.ts";

export function renameTopic(topic: string, title: string): Promise<InboxItem> {
  return request("PATCH", `/api/v1/topics/${encodeURIComponent(topic)}`, { title });
}
