import { request } from "../../../lib/http.ts";
import type { Entry, NewNote } from "../../../types/api.ts";

export function createNote(conversation: string, note: NewNote): Promise<Entry> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/notes`, note);
}
