import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { RouteFigures } from "../../../types/handover.ts";

const day = 86_400_000;

/** What became of the handovers of the last days, by route: those on which any was offered. */
export const routeFiguresQuery = (days: number) =>
  queryOptions({
    queryKey: queryKeys.handoverFigures(days),
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - (days - 1) * day).toISOString().slice(0, 10);
      return request<{ items: RouteFigures[] }>(
        "GET",
        `/api/v1/handovers/figures${query({ from })}`,
        undefined,
        signal,
      );
    },
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
