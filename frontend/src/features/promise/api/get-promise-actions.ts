import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PromiseActions } from "../../../types/promise.ts";

/** What a house usually promises to do, as administrators wrote it. */
export const promiseActionsQuery = queryOptions({
  queryKey: queryKeys.promiseActions,
  queryFn: ({ signal }) => request<PromiseActions>("GET", "/api/v1/promise-actions", undefined, signal),
  staleTime: 300_000,
});
