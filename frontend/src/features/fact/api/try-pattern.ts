import { queryOptions } from "@tanstack/react-query";
import { request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { PatternFound } from "../../../types/fact.ts";

/** What a pattern that is not saved yet finds in a message. */
export const tryPatternQuery = (pattern: string, text: string) =>
  queryOptions({
    queryKey: queryKeys.patternTry(pattern, text),
    queryFn: ({ signal }) =>
      request<{ found: PatternFound[] }>("POST", "/api/v1/fact-kinds/try", { pattern, text }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
