import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../../lib/query-keys.ts";
import type { Occasions } from "../../types/occasion.ts";

/** What holds a gesture back changes with every matter that is resolved: they are asked for again once in a while. */
const atMostEvery = 2_000;
const waiting = new WeakSet<QueryClient>();

export function refreshOccasions(client: QueryClient): void {
  if (waiting.has(client)) return;
  waiting.add(client);
  setTimeout(() => {
    waiting.delete(client);
    void client.invalidateQueries({ queryKey: queryKeys.occasions });
  }, atMostEvery);
}

/** Those of one customer, who seldom has any: a matter that changed may hold one back, or no longer. */
export function refreshOccasionsOf(client: QueryClient, conversation: string): void {
  const key = queryKeys.occasionsOf(conversation);
  if (client.getQueryData<Occasions>(key)?.items.length) void client.invalidateQueries({ queryKey: key });
}
