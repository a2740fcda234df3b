import { request } from "../../../lib/http.ts";
import type { ColleagueRequest } from "../../../types/promise.ts";
import { type AskedFor, requestsAt } from "../asked-for.ts";

/** Needs no answer any more: the link shows nothing from now on. */
export function withdrawRequest(matter: AskedFor, id: string): Promise<ColleagueRequest> {
  return request("POST", `${requestsAt(matter)}/${encodeURIComponent(id)}/withdraw`);
}
