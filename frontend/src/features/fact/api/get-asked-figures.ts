import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { AskedDay } from "../../../types/fact.ts";

/** How often was asked what was known, day by day. */
export const askedFiguresQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: queryKeys.askedFigures(from, to),
    queryFn: ({ signal }) =>
      request<{ days: AskedDay[] }>("GET", `/api/v1/facts/figures${query({ from, to })}`, undefined, signal),
    placeholderData: (before) => before,
  });

/** The same as a file. */
export const askedFile = (from: string, to: string) => `/api/v1/facts/figures.csv${query({ from, to })}`;
