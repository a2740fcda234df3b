import { request } from "../../../lib/http.ts";
import type { ColleagueRequest } from "../../../types/promise.ts";

/** Needs no answer any more: the link shows nothing from now on. */
export function withdrawRequest(promise: string, id: string): Promise<ColleagueRequest> {
  return request("POST", `/api/v1/promises/${encodeURIComponent(promise)}/requests/${encodeURIComponent(id)}/withdraw`);
}
