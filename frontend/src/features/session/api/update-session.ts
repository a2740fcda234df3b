import { request } from "../../../lib/http.ts";
import type { Language, Session } from "../../../types/api.ts";

export function updateSession(change: { language?: Language; phone?: string }): Promise<Session> {
  return request("PATCH", "/api/v1/session", change);
}
