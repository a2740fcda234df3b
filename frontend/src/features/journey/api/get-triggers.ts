import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Triggers } from "../../../types/trigger.ts";

export const triggersQuery = queryOptions({
  queryKey: queryKeys.triggers,
  queryFn: ({ signal }) => request<Triggers>("GET", "/api/v1/triggers", undefined, signal),
});
