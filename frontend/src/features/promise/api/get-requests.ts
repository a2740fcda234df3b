import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import type { ColleagueRequest } from "../../../types/promise.ts";
import { type AskedFor, requestsAt, requestsKey } from "../asked-for.ts";

/** What colleagues were asked for a promise or in a topic, the newest first. A push has it asked for again. */
export const requestsQuery = (matter: AskedFor) =>
  queryOptions({
    queryKey: requestsKey(matter),
    queryFn: () => request<{ items: ColleagueRequest[] }>("GET", requestsAt(matter)).then(({ items }) => items),
    staleTime: Number.POSITIVE_INFINITY,
  });
