import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { isProblem } from "../../../lib/problem.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Session } from "../../../types/api.ts";

/** Who is signed in; null when nobody is. */
export async function getSession(): Promise<Session | null> {
  try {
    return await request<Session>("GET", "/api/v1/session");
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: getSession,
  staleTime: Number.POSITIVE_INFINITY,
});
