import { request } from "../../../lib/http.ts";
import type { Topic } from "../../../types/api.ts";

/** Moves one entry to another topic; `topic` "new" opens one with the title. */
export function moveEntry(
  conversation: string,
  entry: string,
  target: { topic: string; title?: string },
): Promise<{ topic: Topic }> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversation)}/entries/${encodeURIComponent(entry)}/move`;
  return request("POST", path, target);
}
