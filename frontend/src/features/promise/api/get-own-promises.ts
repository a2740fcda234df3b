import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PromisePage } from "../../../types/promise.ts";

/** The first of one's own promises that are to be kept, those due first; asked for again with the lists of promises. */
export const ownPromisesQuery = (me: string) =>
  queryOptions({
    queryKey: [...queryKeys.allPromiseLists, "own", me] as const,
    queryFn: ({ signal }) =>
      request<PromisePage>("GET", `/api/v1/promises${query({ state: "active", owner: me })}`, undefined, signal).then(
        ({ items }) => items,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
