import { request } from "../../../lib/http.ts";
import type { PersonPresence, PresenceWish } from "../../../types/api.ts";

export function sayPresence(person: string, wish: PresenceWish): Promise<PersonPresence> {
  return request("POST", `/api/v1/people/${encodeURIComponent(person)}/presence`, wish);
}
