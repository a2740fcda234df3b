import { request } from "../../../lib/http.ts";
import type { Language, Session } from "../../../types/api.ts";

export type FirstPerson = { token: string; name: string; email: string; password: string; language: Language };

export function createSetup(person: FirstPerson): Promise<Session> {
  return request("POST", "/api/v1/setup", person);
}
