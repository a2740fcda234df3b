import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Department } from "../../../types/api.ts";

export function getDepartments(signal?: AbortSignal): Promise<{ items: Department[] }> {
  return request("GET", "/api/v1/departments", undefined, signal);
}

export const departmentsQuery = queryOptions({
  queryKey: queryKeys.departments,
  queryFn: ({ signal }) => getDepartments(signal),
});
