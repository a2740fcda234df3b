import { request } from "../../../lib/http.ts";
import type { ColleagueRequest, NewColleagueRequest } from "../../../types/promise.ts";
import { type AskedFor, requestsAt } from "../asked-for.ts";

/** Asks somebody without a seat, or a department, by mail. */
export function askColleague(matter: AskedFor, wish: NewColleagueRequest): Promise<ColleagueRequest> {
  return request("POST", requestsAt(matter), wish);
}
