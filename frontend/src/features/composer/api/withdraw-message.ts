import { request } from "../../../lib/http.ts";
import type { Entry } from "../../../types/api.ts";

/** Takes a message back while its send can still be undone; rejects with `already-sent` when it is too late. */
export function withdrawMessage(conversation: string, entry: string): Promise<Entry> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversation)}/entries/${encodeURIComponent(entry)}/withdraw`;
  return request("POST", path, {});
}
