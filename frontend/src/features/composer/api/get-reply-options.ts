import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { ReplyOptions } from "../../../types/api.ts";

export function getReplyOptions(conversation: string, topic: string, signal?: AbortSignal): Promise<ReplyOptions> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversation)}/reply-options${query({ topic })}`;
  return request("GET", path, undefined, signal);
}

/** Windows open and close by themselves, so these are asked for again now and then. */
export const replyOptionsQuery = (conversation: string, topic: string) =>
  queryOptions({
    queryKey: queryKeys.replyOptions(conversation, topic),
    queryFn: ({ signal }) => getReplyOptions(conversation, topic, signal),
    staleTime: 30_000,
    refetchInterval: 120_000,
  });
