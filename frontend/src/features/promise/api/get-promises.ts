import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PromiseRecord } from "../../../types/promise.ts";

/** The promises of a conversation: open ones by their moment, then closed ones. A push has them asked for again. */
export const promisesQuery = (conversation: string) =>
  queryOptions({
    queryKey: queryKeys.promises(conversation),
    queryFn: () =>
      request<{ items: PromiseRecord[] }>(
        "GET",
        `/api/v1/conversations/${encodeURIComponent(conversation)}/promises`,
      ).then(({ items }) => items),
    staleTime: Number.POSITIVE_INFINITY,
  });
