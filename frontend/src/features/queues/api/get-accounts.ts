import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { ChannelAccount } from "../../../types/queue.ts";

export const accountsQuery = queryOptions({
  queryKey: queryKeys.accounts,
  queryFn: ({ signal }) => request<{ items: ChannelAccount[] }>("GET", "/api/v1/channel-accounts", undefined, signal),
  staleTime: 60_000,
});
