import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Handover } from "../../../types/handover.ts";

/** The handovers of a conversation, the last offered first. What the timeline tells of one has them asked for again. */
export const handoversQuery = (conversation: string) =>
  queryOptions({
    queryKey: queryKeys.handovers(conversation),
    queryFn: () =>
      request<{ items: Handover[] }>("GET", `/api/v1/conversations/${encodeURIComponent(conversation)}/handovers`).then(
        ({ items }) => items,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
