import { request } from "../../../lib/http.ts";
import type { InvitationLook } from "../../../types/api.ts";

export function getInvitation(token: string): Promise<InvitationLook> {
  return request("GET", "/api/v1/invitation", undefined, undefined, { "Loper-Link": token });
}
