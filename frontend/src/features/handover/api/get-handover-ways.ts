import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { HandoverWays } from "../../../types/handover.ts";

/** Where a customer can go from where they are now. */
export const handoverWaysQuery = (conversation: string, topic: string) =>
  queryOptions({
    queryKey: queryKeys.handoverWays(conversation, topic),
    queryFn: () =>
      request<HandoverWays>(
        "GET",
        `/api/v1/conversations/${encodeURIComponent(conversation)}/handover-ways${query({ topic })}`,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
