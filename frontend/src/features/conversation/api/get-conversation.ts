import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Conversation } from "../../../types/api.ts";

export function getConversation(id: string, signal?: AbortSignal): Promise<Conversation> {
  return request("GET", `/api/v1/conversations/${encodeURIComponent(id)}`, undefined, signal);
}

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.conversation(id),
    queryFn: ({ signal }) => getConversation(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
