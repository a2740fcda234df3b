import { request } from "../../../lib/http.ts";
import type { Entry, NewCall } from "../../../types/api.ts";

/** This person's own phone rings first; the customer's rings once a key was pressed there. */
export function placeCall(conversation: string, call: NewCall): Promise<Entry> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/calls`, call);
}
