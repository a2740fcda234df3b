import type { Outgoing } from "../../lib/outbox.ts";
import { dayKey } from "../../lib/time.ts";
import type { Channel, Entry } from "../../types/api.ts";
import type { Visit } from "../../types/journey.ts";

/** What stands on the page, from top to bottom. */
export type TimelineItem =
  | { kind: "begin"; key: string; at: string }
  | { kind: "day"; key: string; at: string }
  | { kind: "new"; key: string; tight: boolean }
  | { kind: "topic"; key: string; topic: string; tight: boolean }
  | { kind: "hidden"; key: string; at: string; tight: boolean }
  | { kind: "handover"; key: string; entry: Entry; tight: boolean }
  | {
      kind: "entry";
      key: string;
      entry: Entry;
      glyph: Channel | "note" | null;
      space: Space;
      /** What the margin need not repeat. */
      again: Again;
      /** A mail's subject where it says something new. */
      subject: string | null;
    }
  | { kind: "visit"; key: string; visit: Visit; space: Space }
  | { kind: "outgoing"; key: string; outgoing: Outgoing; glyph: Channel | "note" | null; space: Space };

/** The same speaker goes on: the name is not repeated, nor the clock while it shows the same minute. */
export type Again = "nothing" | "name" | "name-and-time";

/** 8 inside a turn, 18 between channels, none after a rule (which brings its own). */
export type Space = "turn" | "channel" | "none";

function glyphOf(entry: Entry): Channel | "note" | null {
  if (entry.type === "note") return "note";
  return entry.type === "system" ? null : entry.channel;
}

/**
 * Lays entries (oldest first) out as a page: day rules, a rule where another topic speaks, the "New" rule before
 * `newFrom`, and the channel's glyph only where the channel changes.
 */
export function layOut(
  entries: Entry[],
  outgoing: Outgoing[],
  newFrom: string | null,
  manyTopics: boolean,
  /** Whether the oldest entry is the first there is. */
  complete: boolean,
  titleOf: (topic: string) => string = () => "",
  /** What they did on our sites, in any order: each stands where it began. */
  visits: readonly Visit[] = [],
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = "";
  let topic: string | null = null;
  let channel: Channel | "note" | null = null;
  let afterRule = true;
  let before: Entry | null = null;
  const subjects = new Map<string, string>();
  const newDay = (at: string) => {
    if (dayKey(at) === day) return;
    day = dayKey(at);
    // The first day of all says that it is the first.
    if (complete && items.length === 0) items.push({ kind: "begin", key: "begin", at });
    else items.push({ kind: "day", key: `day-${at}`, at });
    afterRule = true;
  };
  const waiting = visits.toSorted((left, right) => Date.parse(left.from) - Date.parse(right.from));
  const visitsUntil = (at: number) => {
    while (waiting[0] && Date.parse(waiting[0].from) <= at) {
      const visit = waiting.shift() as Visit;
      newDay(visit.from);
      items.push({ kind: "visit", key: `visit-${visit.from}`, visit, space: afterRule ? "none" : "channel" });
      channel = null;
      before = null;
      afterRule = false;
    }
  };
  for (const entry of entries) {
    if (!complete && entry === entries[0]) {
      // What came before it is not known yet, so neither is how it looks: it waits for its page, and nothing jumps then.
      day = dayKey(entry.at);
      topic = entry.topic;
      channel = glyphOf(entry);
      before = entry;
      afterRule = false;
      newSubject(entry, subjects, titleOf);
      while (waiting[0] && Date.parse(waiting[0].from) <= Date.parse(entry.at)) waiting.shift();
      continue;
    }
    visitsUntil(Date.parse(entry.at));
    newDay(entry.at);
    if (entry.type === "hidden") {
      // However many there are in a row, they say one thing.
      if (items.at(-1)?.kind !== "hidden")
        items.push({ kind: "hidden", key: `hidden-${entry.id}`, at: entry.at, tight: afterRule && items.length > 0 });
      topic = null;
      channel = null;
      afterRule = true;
      continue;
    }
    if (manyTopics && entry.topic !== topic) {
      items.push({ kind: "topic", key: `topic-${entry.id}`, topic: entry.topic, tight: afterRule && items.length > 0 });
      channel = null;
      afterRule = true;
    }
    topic = entry.topic;
    if (entry.id === newFrom) {
      items.push({ kind: "new", key: "new", tight: afterRule });
      afterRule = true;
    }
    if (entry.event?.kind === "handover-arrived") {
      items.push({ kind: "handover", key: entry.id, entry, tight: afterRule && items.length > 0 });
      channel = null;
      afterRule = true;
      before = null;
      continue;
    }
    if (entry.event?.kind === "handover-carried") {
      items.push({ kind: "handover", key: `rule-${entry.id}`, entry, tight: afterRule && items.length > 0 });
      channel = null;
      afterRule = true;
    }
    const glyph = glyphOf(entry);
    const changed = glyph !== null && glyph !== channel;
    items.push({
      kind: "entry",
      key: entry.id,
      entry,
      glyph: changed || (afterRule && glyph) ? glyph : null,
      space: afterRule ? "none" : changed ? "channel" : "turn",
      again: afterRule || changed || !before ? "nothing" : goesOn(before, entry),
      subject: newSubject(entry, subjects, titleOf),
    });
    before = entry;
    if (glyph !== null) channel = glyph;
    afterRule = false;
  }
  visitsUntil(Number.POSITIVE_INFINITY);
  for (const one of outgoing) {
    const glyph = one.kind === "note" ? "note" : one.channel;
    const changed = glyph !== channel;
    items.push({
      kind: "outgoing",
      key: one.clientId,
      outgoing: one,
      glyph: changed ? glyph : null,
      space: changed ? "channel" : "turn",
    });
    channel = glyph;
  }
  return items;
}

const pause = 5 * 60_000;

function goesOn(before: Entry, entry: Entry): Again {
  const same =
    before.type === entry.type &&
    before.direction === entry.direction &&
    before.author.kind === entry.author.kind &&
    before.author.id === entry.author.id &&
    before.author.name === entry.author.name &&
    Date.parse(entry.at) - Date.parse(before.at) < pause;
  if (!same || entry.type === "system") return "nothing";
  return entry.at.slice(0, 16) === before.at.slice(0, 16) ? "name-and-time" : "name";
}

/** A subject is news when it is neither the topic's title nor that of the mail before. */
function newSubject(entry: Entry, said: Map<string, string>, titleOf: (topic: string) => string): string | null {
  if (entry.channel !== "email" || !entry.subject) return null;
  const bare = entry.subject.replace(/^((re|fwd?|aw|antw|wg|tr)\s*:\s*)+/i, "").trim();
  const before = said.get(entry.topic) ?? titleOf(entry.topic);
  said.set(entry.topic, bare);
  return bare === "" || bare === before ? null : entry.subject;
}

/** Where reading stopped: the first message in after our last word, when the topic was unread. */
export function firstUnread(entries: Entry[]): string | null {
  let first: string | null = null;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (!entry || entry.type === "system" || entry.type === "hidden") continue;
    if (entry.direction === "out" || entry.type === "note") break;
    first = entry.id;
  }
  return first;
}

/** The channels of a conversation in the order they were walked, at most the last four. */
export function storyOf(entries: Entry[]): Channel[] {
  const story: Channel[] = [];
  for (const entry of entries)
    if (entry.type === "message" && entry.channel && entry.channel !== story.at(-1)) story.push(entry.channel);
  return story.slice(-4);
}

/** What was done about who is who, and taken back since, as far as these tell. */
export function undoneDeeds(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ event }) =>
      event?.deed && ["unmerged", "attached", "moved-back"].includes(event.kind) ? [event.deed] : [],
    ),
  );
}
