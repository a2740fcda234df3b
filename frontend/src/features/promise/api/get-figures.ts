import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PromiseFigures } from "../../../types/promise.ts";

/** How promises were kept between two days; the last thirty if none are chosen. */
export const figuresQuery = (from: string | null, until: string | null) =>
  queryOptions({
    queryKey: queryKeys.promiseFigures(from ?? "", until ?? ""),
    queryFn: ({ signal }) =>
      request<PromiseFigures>("GET", `/api/v1/promises/figures${query({ from, until })}`, undefined, signal),
    placeholderData: (before) => before,
  });

/** The same as a file. */
export const figuresFile = (from: string, until: string) => `/api/v1/promises/figures.csv${query({ from, until })}`;
