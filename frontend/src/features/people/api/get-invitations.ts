import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Invitation } from "../../../types/api.ts";

export function getInvitations(signal?: AbortSignal): Promise<{ items: Invitation[] }> {
  return request("GET", "/api/v1/invitations", undefined, signal);
}

export const invitationsQuery = queryOptions({
  queryKey: queryKeys.invitations,
  queryFn: ({ signal }) => getInvitations(signal),
});
