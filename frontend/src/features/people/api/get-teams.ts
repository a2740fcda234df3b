import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Team } from "../../../types/api.ts";

export function getTeams(signal?: AbortSignal): Promise<{ items: Team[] }> {
  return request("GET", "/api/v1/teams", undefined, signal);
}

export const teamsQuery = queryOptions({
  queryKey: queryKeys.teams,
  queryFn: ({ signal }) => getTeams(signal),
});
