import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Queues } from "../../../types/api.ts";

export function getQueues(signal?: AbortSignal): Promise<Queues> {
  return request("GET", "/api/v1/queues", undefined, signal);
}

/** Asked again when the counts speak of a queue that is not known here. */
export const queuesQuery = queryOptions({
  queryKey: queryKeys.queues,
  queryFn: ({ signal }) => getQueues(signal),
  staleTime: 5 * 60_000,
});
