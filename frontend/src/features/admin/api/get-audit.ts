import { infiniteQueryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { AuditPage } from "../../../types/api.ts";

export function getAudit(cursor: string | null, signal?: AbortSignal): Promise<AuditPage> {
  return request("GET", `/api/v1/audit${query({ cursor })}`, undefined, signal);
}

export const auditQuery = infiniteQueryOptions({
  queryKey: queryKeys.audit,
  queryFn: ({ pageParam, signal }) => getAudit(pageParam, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
