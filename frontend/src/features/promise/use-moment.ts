import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import type { MomentRead } from "../../types/promise.ts";
import { readMoment } from "./api/read-moment.ts";

/** Reads a moment while it is typed: what it means, and the sentence that says so. */
export function useMoment(typed: string): { read: MomentRead | undefined; due: string | null } {
  const language = useLanguage();
  const words = useDeferredValue(typed.trim());
  const read = useQuery({
    queryKey: queryKeys.moment(words, language),
    queryFn: () => readMoment(words, language),
    enabled: words !== "",
    staleTime: 30_000,
  });
  const known = words === "" ? undefined : read.data;
  return { read: known, due: known?.outcome === "understood" ? known.at : null };
}
