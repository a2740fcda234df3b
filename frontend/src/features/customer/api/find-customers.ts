import { queryOptions } from "@tanstack/react-query";
import { query, request } from "../../../lib/http.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Customer } from "../../../types/api.ts";

/** Customers by an address, the beginning of a name, or an id. */
export const lookUpQuery = (typed: string) =>
  queryOptions({
    queryKey: queryKeys.lookUp(typed),
    queryFn: ({ signal }) =>
      request<{ items: Customer[] }>("GET", `/api/v1/customers${query({ q: typed })}`, undefined, signal),
    enabled: typed.length > 1,
  });
