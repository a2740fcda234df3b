import { request } from "../../../lib/http.ts";

export function deleteTeam(id: string): Promise<void> {
  return request("DELETE", `/api/v1/teams/${encodeURIComponent(id)}`);
}
