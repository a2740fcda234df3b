import { request } from "../../../lib/http.ts";
import type { Entry } from "../../../types/api.ts";

/** Writes down what a call was about; no words take the note away. */
export function saveCallNote(conversation: string, entry: string, text: string): Promise<Entry> {
  return request(
    "PUT",
    `/api/v1/conversations/${encodeURIComponent(conversation)}/calls/${encodeURIComponent(entry)}/note`,
    { text },
  );
}
