import { request } from "../../../lib/http.ts";
import type { Team, TeamWish } from "../../../types/api.ts";

export function addTeam(wish: TeamWish): Promise<Team> {
  return request("POST", "/api/v1/teams", wish);
}

/** Changes what is given of a team, and nothing else of it, if it still is as it was read. */
export function changeTeam({ id, version }: Team, change: Partial<TeamWish>): Promise<Team> {
  return request("PATCH", `/api/v1/teams/${encodeURIComponent(id)}`, { ...change, version });
}
