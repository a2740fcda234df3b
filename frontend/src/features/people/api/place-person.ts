import { request } from "../../../lib/http.ts";

/** Puts somebody into these teams and no others. */
export function placePerson(id: string, teams: string[]): Promise<void> {
  return request("POST", `/api/v1/people/${encodeURIComponent(id)}/teams`, { teams });
}
