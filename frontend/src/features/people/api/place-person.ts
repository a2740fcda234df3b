import { request } from "../../../lib/http.ts";

/** Puts somebody into these teams and no others, if they still are in those they were in. */
export function placePerson(id: string, were: string[], teams: string[]): Promise<void> {
  return request("POST", `/api/v1/people/${encodeURIComponent(id)}/teams`, { were, teams });
}
