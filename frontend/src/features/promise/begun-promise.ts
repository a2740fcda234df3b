import type { QueryClient } from "@tanstack/react-query";
import { queryKeys } from "../../lib/query-keys.ts";

/** A promise as far as somebody wrote it already. */
export type BegunPromise = {
  /** What we will do. */
  action: string;
  /** By when. */
  dueAt: string | null;
  /** The whole answer it was noticed in; it is what the customer is to read. */
  draft: string;
};

export const nothingBegun: BegunPromise = { action: "", dueAt: null, draft: "" };

/** Under what name a form that is filled in half-way is kept: of a topic, and of the entry that said it, until that has left. */
export const begunIn = (topic: string) => `promise in ${topic}`;
export const saidBy = (entry: string) => `promise said by ${entry}`;

/** Gives back what was typed for a promise that was taken back; nothing where the entry made none. */
export function beginAgain(client: QueryClient, topic: string, entry: string): boolean {
  const form = client.getQueryData(queryKeys.unfinished(saidBy(entry)));
  if (!form) return false;
  client.setQueryData(queryKeys.unfinished(begunIn(topic)), form);
  return true;
}
