import { request } from "../../../lib/http.ts";
import type { Entry } from "../../../types/api.ts";

export function retryEntry(conversation: string, entry: string): Promise<Entry> {
  return request(
    "POST",
    `/api/v1/conversations/${encodeURIComponent(conversation)}/entries/${encodeURIComponent(entry)}/retry`,
    {},
  );
}
