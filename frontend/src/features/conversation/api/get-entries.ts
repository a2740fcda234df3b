import { infiniteQueryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { EntryPage } from "../../../types/api.ts";
import { type LoadedEntries, loaded } from "../cache.ts";

export async function getEntries(
  conversation: string,
  topic: string | null,
  before: string | null,
  signal?: AbortSignal,
): Promise<LoadedEntries> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversation)}/entries${query({ before, topic })}`;
  return loaded(await request<EntryPage>("GET", path, undefined, signal));
}

export const entriesQuery = (conversation: string, topic: string | null) =>
  infiniteQueryOptions({
    queryKey: queryKeys.entries(conversation, topic),
    queryFn: ({ pageParam, signal }) => getEntries(conversation, topic, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
