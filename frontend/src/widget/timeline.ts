import type { ChatEntry } from "./protocol";

/** The part of the conversation this browser holds, oldest first, at most one hole in it. */
export interface Timeline {
  entries: ChatEntry[];
  /** Whether the server has entries older than the first one here. */
  more: boolean;
  /** The entry just after the hole that a long disconnect left, or null. */
  gap: string | null;
}

export const EMPTY: Timeline = { entries: [], more: false, gap: null };

/** Puts an entry in its place, replacing an earlier state of it. */
export function upsert(timeline: Timeline, entry: ChatEntry): Timeline {
  return { ...timeline, entries: merge(timeline.entries, [entry]) };
}

/** Joins the newest page, as a welcome brings it, to what was here before the disconnect. */
export function join(timeline: Timeline, newest: ChatEntry[], more: boolean): Timeline {
  const first = newest[0];
  if (!first || !more || timeline.entries.length === 0) {
    return { entries: newest, more, gap: null };
  }
  if (overlaps(timeline.entries, newest)) {
    return { ...timeline, entries: merge(timeline.entries, newest) };
  }
  const whole = timeline.gap === null ? timeline : from(timeline, timeline.gap);
  return { entries: merge(whole.entries, newest), more: whole.more, gap: first.id };
}

/** Adds the page that the server gave for "before this entry". */
export function fill(timeline: Timeline, before: string, page: ChatEntry[], more: boolean): Timeline {
  const entries = merge(timeline.entries, page);
  const first = page[0];
  if (before !== timeline.gap) {
    return { ...timeline, entries, more: more && first !== undefined };
  }
  const closed = !more || !first || overlaps(timeline.entries, page);
  return { ...timeline, entries, gap: closed ? null : first.id };
}

/** What to ask history for next: the hole first, then what is older than everything here. */
export function nextBefore({ entries, more, gap }: Timeline): string | null {
  return gap ?? (more ? (entries[0]?.id ?? null) : null);
}

function from(timeline: Timeline, id: string): Timeline {
  const start = timeline.entries.findIndex((entry) => entry.id === id);
  return { entries: timeline.entries.slice(Math.max(0, start)), more: true, gap: null };
}

function overlaps(known: ChatEntry[], page: ChatEntry[]): boolean {
  const ids = new Set(known.map((entry) => entry.id));
  return page.some((entry) => ids.has(entry.id));
}

function merge(known: ChatEntry[], incoming: ChatEntry[]): ChatEntry[] {
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  for (const entry of incoming) {
    byId.set(entry.id, entry);
  }
  return [...byId.values()].sort(byArrival);
}

function byArrival(a: ChatEntry, b: ChatEntry): number {
  return Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1);
}
