import type { InfiniteData } from "@tanstack/react-query";
import type { Conversation, ConversationTopic, Entry, EntryPage, Identity, InboxItem } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";

/** A page as it was fetched: `end` is its oldest entry then, the place down to which the timeline is loaded. */
export type LoadedEntries = EntryPage & { end: Entry | null };
export type EntryData = InfiniteData<LoadedEntries, unknown>;

export function loaded(page: EntryPage): LoadedEntries {
  return { ...page, end: page.items.at(-1) ?? null };
}

/**
 * The order of the timeline, newest first, as the pages come: ids are minted in order. Their times are no order: as
 * words, "…05Z" stands after "…05.120Z".
 */
function newerFirst(left: Entry, right: Entry): number {
  return left.id < right.id ? 1 : left.id > right.id ? -1 : 0;
}

function removeEntry(data: EntryData, id: string): EntryData {
  if (!data.pages.some((page) => page.items.some((entry) => entry.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.filter((entry) => entry.id !== id) })),
  };
}

function replaceEntry(data: EntryData, entry: Entry): EntryData {
  return {
    ...data,
    pages: data.pages.map((page) =>
      page.items.some((other) => other.id === entry.id)
        ? { ...page, items: page.items.map((other) => (other.id === entry.id ? entry : other)) }
        : page,
    ),
  };
}

/** The loaded pages with one entry as it now is; an entry older than what is loaded waits for its page. */
export function upsertEntry(data: EntryData, entry: Entry): EntryData {
  if (data.pages.some((page) => page.items.some((other) => other.id === entry.id))) return replaceEntry(data, entry);
  const pages = data.pages.map((page) => ({ ...page, items: [...page.items] }));
  for (const page of pages) {
    const at = page.items.findIndex((other) => newerFirst(entry, other) < 0);
    if (at >= 0) {
      page.items.splice(at, 0, entry);
      return { ...data, pages };
    }
  }
  const last = pages.at(-1);
  if (!last || (last.next !== null && (last.end === null || newerFirst(entry, last.end) > 0))) return data;
  last.items.push(entry);
  return { ...data, pages };
}

/** The timeline after one change; `topic` is the filter the pages were fetched with. */
export function applyToEntries(data: EntryData, change: Change, conversation: string, topic: string | null): EntryData {
  if (change.type !== "entry" || change.conversation !== conversation) return data;
  if (topic !== null && change.entry.topic !== topic) return removeEntry(data, change.entry.id);
  return upsertEntry(data, change.entry);
}

/** A row is all there is to know of a topic beside its conversation. */
function topicOf({ topic, channel, preview, previewBy, at, unread, failed }: InboxItem): ConversationTopic {
  return { ...topic, channel, preview, previewBy, at, unread, failed };
}

/** A message in tells when its address was last seen; it is not pushed beside it. */
function withLastSeen(data: Conversation, entry: Entry): Conversation {
  const seen = (identity: Identity) =>
    identity.value === entry.from && (identity.lastSeen === null || identity.lastSeen < entry.at);
  if (entry.direction !== "in" || !data.customer.identities.some(seen)) return data;
  const identities = data.customer.identities.map((one) => (seen(one) ? { ...one, lastSeen: entry.at } : one));
  return { ...data, customer: { ...data.customer, identities } };
}

/** The conversation's head after one change: its customer and its topics. */
export function applyToConversation(data: Conversation, change: Change): Conversation {
  switch (change.type) {
    case "conversation":
      return change.conversation === data.id ? { ...data, customer: change.customer } : data;
    case "topic": {
      if (change.item.conversation !== data.id) return data;
      const before = data.topics.find((topic) => topic.id === change.item.topic.id);
      const next = topicOf(change.item);
      return {
        ...data,
        topics: before ? data.topics.map((topic) => (topic === before ? next : topic)) : [next, ...data.topics],
      };
    }
    case "removed":
      return data.topics.some((topic) => topic.id === change.topic)
        ? { ...data, topics: data.topics.filter((topic) => topic.id !== change.topic) }
        : data;
    case "entry":
      return change.conversation === data.id ? withLastSeen(data, change.entry) : data;
    case "known":
    case "counts":
    case "promise":
    case "promises":
    case "occasions":
    case "presence":
    case "person":
    case "board":
    case "homes":
    case "call":
      return data;
  }
}

/** Our newest answer in a topic, as far as the thread is loaded: what a person wrote, and was not taken back. */
export function lastAnswer(entries: Entry[], topic: string): Entry | null {
  return (
    entries.findLast(
      (one) =>
        one.topic === topic &&
        one.type === "message" &&
        one.direction === "out" &&
        one.author.kind === "agent" &&
        !one.promise &&
        one.delivery !== "withdrawn",
    ) ?? null
  );
}

/** The newest call in which we spoke with the customer, and that is over; whichever topic it stands in. */
export function lastCall(entries: Entry[]): Entry | null {
  return entries.findLast((one) => one.call?.state === "over" && one.call.outcome === "answered") ?? null;
}

/** The loaded entries, oldest first, as the page shows them. */
export function entriesOf(data: EntryData | undefined): Entry[] {
  if (!data) return [];
  const seen = new Set<string>();
  const all: Entry[] = [];
  for (const page of data.pages)
    for (const entry of page.items) {
      // Two pages may overlap when news came between their requests.
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      all.push(entry);
    }
  return all.reverse();
}

/** What the customer wrote last in a topic, as far as it is loaded; nothing that we answered since. */
export function lastWordsOf(data: EntryData | undefined, topic: string): string {
  return (
    entriesOf(data).findLast((entry) => entry.topic === topic && entry.direction === "in" && entry.text)?.text ?? ""
  );
}
