import { request } from "../../../lib/http.ts";
import type { Given, GiveWish } from "../../../types/identity.ts";

/** Gives a topic, or one message of it, to another customer or to a new one. */
export function giveAway(conversation: string, wish: GiveWish): Promise<Given> {
  return request("POST", `/api/v1/conversations/${encodeURIComponent(conversation)}/moves`, wish);
}
