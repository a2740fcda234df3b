import { infiniteQueryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { endOfDay } from "../../../lib/time.ts";
import type { PromiseFilter, PromisePage, PromiseShow } from "../../../types/promise.ts";

const states: Record<PromiseShow, string> = { mine: "active", due: "due", waits: "waits", late: "late", all: "all" };

/** A list of promises: those due first at the top, then those that are closed. A push has it asked for again. */
export const promiseListQuery = (show: PromiseShow, { owner, queue }: PromiseFilter) =>
  infiniteQueryOptions({
    queryKey: queryKeys.promiseList(show, owner, queue),
    queryFn: ({ pageParam, signal }) => {
      const until = show === "due" ? new Date(endOfDay(Date.now())).toISOString() : null;
      const asked = query({ state: states[show], owner, queue, until, cursor: pageParam });
      return request<PromisePage>("GET", `/api/v1/promises${asked}`, undefined, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });
