import type { InboxItem } from "../../types/api.ts";

/** One row of the list as it is shown: the topic, and whether it has left the view since. */
export type HeldRow = { item: InboxItem; gone: boolean };

/**
 * The order the reader sees. While the list is in use it stands still: contents change in place, what left the view
 * stays with a word, what came gathers as `fresh` until it is asked for.
 */
export type Held = { rows: HeldRow[]; fresh: InboxItem[]; since: number };

export function showAll(items: InboxItem[], now: number): Held {
  return { rows: items.map((item) => ({ item, gone: false })), fresh: [], since: now };
}

/** The next picture. `appended` names topics that came with a further page: they go to the end, nothing moves. */
export function hold(
  held: Held,
  items: InboxItem[],
  known: (topic: string) => InboxItem | undefined,
  inUse: boolean,
  appended: ReadonlySet<string>,
  now: number,
): Held {
  if (!inUse) return showAll(items, now);
  const current = new Map(items.map((item) => [item.topic.id, item]));
  const shown = new Set(held.rows.map((row) => row.item.topic.id));
  const rows = held.rows.map((row): HeldRow => {
    const item = current.get(row.item.topic.id);
    if (item) return item === row.item && !row.gone ? row : { item, gone: false };
    const latest = known(row.item.topic.id) ?? row.item;
    return row.gone && latest === row.item ? row : { item: latest, gone: true };
  });
  const further = items.filter((item) => !shown.has(item.topic.id) && appended.has(item.topic.id));
  const fresh = items.filter((item) => !shown.has(item.topic.id) && !appended.has(item.topic.id));
  return {
    rows: further.length === 0 ? rows : [...rows, ...further.map((item) => ({ item, gone: false }))],
    fresh,
    since: fresh.length === 0 ? now : held.fresh.length === 0 ? now : held.since,
  };
}
