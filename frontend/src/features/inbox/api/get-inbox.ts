import { infiniteQueryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { InboxPage, ViewName } from "../../../types/api.ts";
import { type LoadedPage, loaded } from "../cache.ts";

export async function getInbox(view: ViewName, cursor: string | null, signal?: AbortSignal): Promise<LoadedPage> {
  return loaded(await request<InboxPage>("GET", `/api/v1/inbox${query({ view, cursor })}`, undefined, signal));
}

export const inboxQuery = (view: ViewName) =>
  infiniteQueryOptions({
    queryKey: queryKeys.list(view),
    queryFn: ({ pageParam, signal }) => getInbox(view, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
