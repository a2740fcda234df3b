import { request } from "../../../lib/http.ts";
import type { Invitation } from "../../../types/api.ts";

/** Makes a new link and mails it; the one before ends. */
export function sendInvitation(id: string): Promise<Invitation> {
  return request("POST", `/api/v1/invitations/${encodeURIComponent(id)}/send`, {});
}
