import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PersonWork } from "../../../types/api.ts";

export function getPersonWork(id: string, signal?: AbortSignal): Promise<PersonWork> {
  return request("GET", `/api/v1/people/${encodeURIComponent(id)}/work`, undefined, signal);
}

export const personWorkQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.personWork(id),
    queryFn: ({ signal }) => getPersonWork(id, signal),
    staleTime: 0,
  });
