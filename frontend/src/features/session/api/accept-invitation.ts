import { request } from "../../../lib/http.ts";
import type { InvitationAnswer, Session } from "../../../types/api.ts";

export function acceptInvitation(answer: InvitationAnswer): Promise<Session> {
  return request("POST", "/api/v1/invitation", answer);
}
