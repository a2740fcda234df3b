import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { FactKind } from "../../../types/fact.ts";

export const factKindsQuery = queryOptions({
  queryKey: queryKeys.factKinds,
  queryFn: ({ signal }) => request<{ items: FactKind[] }>("GET", "/api/v1/fact-kinds", undefined, signal),
});
