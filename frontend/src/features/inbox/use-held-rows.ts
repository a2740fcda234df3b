import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { queryKeys } from "../../lib/query-keys.ts";
import type { InboxItem, ViewName } from "../../types/api.ts";
import { itemsOf, type ListData } from "./cache.ts";
import { type Held, hold, showAll } from "./held-rows.ts";

/** The rows as the reader sees them, and the way to let the news in. */
export function useHeldRows(view: ViewName, data: ListData | undefined, inUse: boolean): Held & { show: () => void } {
  const client = useQueryClient();
  const [held, setHeld] = useState<Held>(() => showAll(itemsOf(data), Date.now()));
  const seen = useRef({ view, pages: 0 });

  useEffect(() => {
    const items = itemsOf(data);
    const now = Date.now();
    const before = seen.current;
    const pages = data?.pages.length ?? 0;
    const turned = before.view !== view || before.pages === 0;
    const appended = new Set(data?.pages.slice(before.pages).flatMap((page) => page.items.map((one) => one.topic.id)));
    seen.current = { view, pages };
    const known = (topic: string) => client.getQueryData<InboxItem>(queryKeys.item(topic));
    setHeld((held) => (turned ? showAll(items, now) : hold(held, items, known, inUse, appended, now)));
  }, [view, data, inUse, client]);

  return { ...held, show: () => setHeld(showAll(itemsOf(data), Date.now())) };
}
