import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { ColleagueRequest } from "../../../types/promise.ts";

/** What colleagues were asked for a promise, the newest first. A push has it asked for again. */
export const requestsQuery = (promise: string) =>
  queryOptions({
    queryKey: queryKeys.promiseRequests(promise),
    queryFn: () =>
      request<{ items: ColleagueRequest[] }>("GET", `/api/v1/promises/${encodeURIComponent(promise)}/requests`).then(
        ({ items }) => items,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
