import { request } from "../../../lib/http.ts";
import type { ColleagueRequest, NewColleagueRequest } from "../../../types/promise.ts";

/** Asks somebody without a seat, or a department, by mail. */
export function askColleague(promise: string, wish: NewColleagueRequest): Promise<ColleagueRequest> {
  return request("POST", `/api/v1/promises/${encodeURIComponent(promise)}/requests`, wish);
}
