import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { DeadLetterDetail } from "../../../types/api.ts";

export function getDeadLetter(id: string, signal?: AbortSignal): Promise<DeadLetterDetail> {
  return request("GET", `/api/v1/dead-letters/${encodeURIComponent(id)}`, undefined, signal);
}

export const deadLetterQuery = (id: string) =>
  queryOptions({ queryKey: queryKeys.deadLetter(id), queryFn: ({ signal }) => getDeadLetter(id, signal) });
