import { request } from "../../../lib/http.ts";
import type { Invitation, NewInvitation } from "../../../types/api.ts";

export function createInvitation(invitation: NewInvitation): Promise<Invitation> {
  return request("POST", "/api/v1/invitations", invitation);
}
