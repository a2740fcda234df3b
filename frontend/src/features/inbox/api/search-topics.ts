import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { InboxPage } from "../../../types/api.ts";

export function searchTopics(words: string, signal?: AbortSignal): Promise<InboxPage> {
  return request("GET", `/api/v1/inbox${query({ q: words })}`, undefined, signal);
}

/** The topics with these words, what was said last first. What was found for the letters before stays until then. */
export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: queryKeys.search(words),
    queryFn: ({ signal }) => searchTopics(words, signal),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
  });
