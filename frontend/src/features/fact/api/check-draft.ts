import { request } from "../../../lib/http.ts";
import type { DraftCheck } from "../../../types/fact.ts";

/** What a draft asks that is known already. Nothing of it is kept. */
export function checkDraft(conversation: string, text: string, signal: AbortSignal): Promise<DraftCheck> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/draft-checks`, { text }, signal);
}
