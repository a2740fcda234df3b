import { request } from "../../../lib/http.ts";
import type { Session } from "../../../types/api.ts";

export function createSession(email: string, password: string): Promise<Session> {
  return request("POST", "/api/v1/session", { email, password });
}
