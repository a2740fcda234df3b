import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { BoardPage } from "../../../types/board.ts";

/** Fetched once; the socket tells it anew when something changes. */
export const boardQuery = queryOptions({
  queryKey: queryKeys.board,
  queryFn: ({ signal }) => request<BoardPage>("GET", "/api/v1/board", undefined, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
