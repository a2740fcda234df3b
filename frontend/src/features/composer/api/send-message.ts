import { request } from "../../../lib/http.ts";
import type { Entry, NewMessage } from "../../../types/api.ts";

export function sendMessage(conversation: string, message: NewMessage): Promise<Entry> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/messages`, message);
}
