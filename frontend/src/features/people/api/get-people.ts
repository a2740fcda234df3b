import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { People } from "../../../types/api.ts";

export function getPeople(signal?: AbortSignal): Promise<People> {
  return request("GET", "/api/v1/people", undefined, signal);
}

/** Fetched once; the socket tells who comes, goes and changes. */
export const peopleQuery = queryOptions({
  queryKey: queryKeys.people,
  queryFn: ({ signal }) => getPeople(signal),
  staleTime: Number.POSITIVE_INFINITY,
});
