import { request } from "../../../lib/http.ts";
import type { PasswordChange, Session } from "../../../types/api.ts";

/** All other sessions end; this one goes on. */
export function changePassword(change: PasswordChange): Promise<Session> {
  return request("PUT", "/api/v1/session/password", change);
}
