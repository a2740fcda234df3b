import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { HandoverRoute } from "../../../types/handover.ts";

/** Every route from one channel to another, as administrators changed them. */
export const routesQuery = queryOptions({
  queryKey: queryKeys.handoverRoutes,
  queryFn: ({ signal }) => request<{ items: HandoverRoute[] }>("GET", "/api/v1/handover-routes", undefined, signal),
  staleTime: 0,
});
