import { infiniteQueryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { DeadLetterPage } from "../../../types/api.ts";

export function getDeadLetters(cursor: string | null, signal?: AbortSignal): Promise<DeadLetterPage> {
  return request("GET", `/api/v1/dead-letters${query({ cursor })}`, undefined, signal);
}

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: queryKeys.deadLetters,
  queryFn: ({ pageParam, signal }) => getDeadLetters(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
