import { request } from "../../../lib/http.ts";
import type { Team, TeamWish } from "../../../types/api.ts";

/** Adds one, or changes the one with this id. */
export function saveTeam(id: string | null, wish: TeamWish): Promise<Team> {
  return id
    ? request("PATCH", `/api/v1/teams/${encodeURIComponent(id)}`, wish)
    : request("POST", "/api/v1/teams", wish);
}
