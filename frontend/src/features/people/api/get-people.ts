import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { People } from "../../../types/api.ts";

export function getPeople(signal?: AbortSignal): Promise<People> {
  return request("GET", "/api/v1/people", undefined, signal);
}

/** The socket does not tell who comes and goes, so this one is asked for again. */
export const peopleQuery = queryOptions({
  queryKey: queryKeys.people,
  queryFn: ({ signal }) => getPeople(signal),
  refetchInterval: 30_000,
  staleTime: 15_000,
});
