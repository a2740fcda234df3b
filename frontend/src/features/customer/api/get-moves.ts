import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { MoveLine } from "../../../types/identity.ts";

/** What this customer gave to others and got from them, and can be taken back. */
export const movesQuery = (conversation: string) =>
  queryOptions({
    queryKey: queryKeys.moves(conversation),
    queryFn: ({ signal }) =>
      request<{ items: MoveLine[] }>(
        "GET",
        `/api/v1/conversations/${encodeURIComponent(conversation)}/moves`,
        undefined,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
