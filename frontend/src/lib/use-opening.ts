import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { readMoment, readMomentOn } from "./read-moment.ts";

/** A moment as opening hours have it; nothing as long as they are not known. */
export type Opening = { at: Date; closed: boolean } | null;

/** Whose hours: those of the queue a topic is in, or of a calendar. */
type Whose = { topic: string } | { calendar: string };

/**
 * When somebody's hours begin on a day, or, where nobody is there then, when they begin next; asked when it is wanted, and good
 * for a while. It asks for the opening and not for the morning: of that, the day after has its end at noon.
 */
export function useOpening(whose: Whose, day: "tomorrow" | "monday", wanted: boolean): Opening {
  const words = `${day} opening`;
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
