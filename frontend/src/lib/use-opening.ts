import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { readMoment, readMomentOn } from "./read-moment.ts";

/** A moment as opening hours have it; nothing as long as they are not known. */
export type Opening = { at: Date; closed: boolean } | null;

/** Whose hours: those of the queue a topic is in, or of a calendar. */
type Whose = { topic: string } | { calendar: string };

/** When words begin by somebody's opening hours, or when it opens next; asked when it is wanted, and good for a while. */
export function useOpening(whose: Whose, words: string, wanted: boolean): Opening {
  const { data } = useQuery({
    queryKey: queryKeys.moment("topic" in whose ? whose.topic : `calendar:${whose.calendar}`, words, "en"),
    queryFn: () =>
      "topic" in whose ? readMoment(whose.topic, words, "en") : readMomentOn(whose.calendar, words, "en"),
    enabled: wanted,
    staleTime: 10 * 60_000,
  });
  const at = data?.from ?? data?.instead;
  return at ? { at: new Date(at), closed: data?.outcome !== "understood" } : null;
}
