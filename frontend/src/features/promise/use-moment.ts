import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { readMoment } from "../../lib/read-moment.ts";
import type { MomentRead } from "../../types/promise.ts";

/** Reads a moment while it is typed, by the hours of the topic's queue: what it means, and the sentence that says so. */
export function useMoment(topic: string, typed: string): { read: MomentRead | undefined; due: string | null } {
  const language = useLanguage();
  const words = useDeferredValue(typed.trim());
  const read = useQuery({
    queryKey: queryKeys.moment(topic, words, language),
    queryFn: () => readMoment(topic, words, language),
    enabled: words !== "",
    staleTime: 30_000,
  });
  const known = words === "" ? undefined : read.data;
  return { read: known, due: known?.outcome === "understood" ? known.at : null };
}
