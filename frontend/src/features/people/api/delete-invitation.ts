import { request } from "../../../lib/http.ts";

export function deleteInvitation(id: string): Promise<void> {
  return request("DELETE", `/api/v1/invitations/${encodeURIComponent(id)}`);
}
