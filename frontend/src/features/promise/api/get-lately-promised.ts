import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PromisePage } from "../../../types/promise.ts";

/** The first page of what somebody promised: what is open, then what was closed last. */
export const latelyPromisedQuery = (me: string) =>
  queryOptions({
    queryKey: [...queryKeys.allPromiseLists, "lately", me] as const,
    queryFn: ({ signal }) =>
      request<PromisePage>("GET", `/api/v1/promises${query({ state: "all", owner: me })}`, undefined, signal).then(
        ({ items }) => items,
      ),
    staleTime: 300_000,
  });
