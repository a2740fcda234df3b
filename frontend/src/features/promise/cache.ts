import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../../lib/query-keys.ts";
import type { PromisePage, PromiseRecord } from "../../types/promise.ts";

export type PromiseListData = InfiniteData<PromisePage>;

/** Ten thousand may fall due at once: lists and counts are asked for again once in a while, not each time. */
const atMostEvery = 1_000;
const waiting = new WeakSet<QueryClient>();

export function refreshPromises(client: QueryClient): void {
  if (waiting.has(client)) return;
  waiting.add(client);
  setTimeout(() => {
    waiting.delete(client);
    void client.invalidateQueries({ queryKey: queryKeys.allPromiseLists });
    void client.invalidateQueries({ queryKey: queryKeys.promiseCounts });
  }, atMostEvery);
}

export function promisesOf(data: PromiseListData | undefined): PromiseRecord[] {
  const known = new Map<string, PromiseRecord>();
  for (const page of data?.pages ?? []) for (const item of page.items) known.set(item.id, item);
  return [...known.values()];
}
