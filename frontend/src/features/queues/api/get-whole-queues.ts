import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { WholeQueue } from "../../../types/queue.ts";

/** The queues with all that feeds them; administrators see every one. */
export const wholeQueuesQuery = queryOptions({
  queryKey: queryKeys.wholeQueues,
  queryFn: ({ signal }) => request<{ items: WholeQueue[] }>("GET", "/api/v1/queues", undefined, signal),
  staleTime: 0,
});
