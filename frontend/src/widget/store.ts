import type { Language } from "./i18n";
import type { Unsent } from "./outbox";
import type { Brand, ChatEntry, Elsewhere, RefusalReason, Standing, Welcome } from "./protocol";
import { EMPTY, fill, join, type Timeline, upsert } from "./timeline";

/** How far the visitor has read. */
export interface ReadMark {
  entry: string;
  at: string;
}

/** Where the question for a name and an email address stands. */
export type Details = "unasked" | "saving" | "stored" | "declined";

/** How far a visitor is with proving the mail address, or the number, they left. */
export interface Proof {
  address: string;
  by: "email" | "phone";
  step: "offered" | "sent" | "wrong" | "right" | "tooOften";
}

/** Everything the widget shows. */
export interface ChatState {
  open: boolean;
  /** "quiet": nobody asked for a line yet. "trying": not for the first time. */
  line: "quiet" | "connecting" | "ready" | "trying";
  brand: Brand | null;
  timeline: Timeline;
  /** The entry before which history was asked, or null. */
  asked: string | null;
  unsent: Unsent[];
  /** Why the message now in turn has to wait although the line stands, or null. */
  held: RefusalReason | null;
  /** The name of the agent who is typing, or null. */
  typing: string | null;
  /** How it stands with the queue; null while nobody told. */
  standing: Standing | null;
  /** The last entry an agent has read; undefined while nobody told. */
  seen: string | null | undefined;
  /** The newest entry when the line last stood; what came later is known from the start. */
  welcomedUpTo: string | null;
  readMark: ReadMark | null;
  details: Details;
  proof: Proof | null;
  /** What the visitor is asked beside the launcher; answered, it stands where they write first. */
  invite: Invite | null;
  /** Channels through which the visitor can go on. */
  ways: string[];
  /** How to go on elsewhere: asked for, or shown; null while nobody wants to. */
  elsewhere: { to: string; id: string; shown: Elsewhere | null; failed: boolean } | null;
}

export const INITIAL: ChatState = {
  open: false,
  line: "quiet",
  brand: null,
  timeline: EMPTY,
  asked: null,
  unsent: [],
  held: null,
  typing: null,
  standing: null,
  seen: undefined,
  welcomedUpTo: null,
  readMark: null,
  details: "unasked",
  proof: null,
  invite: null,
  ways: [],
  elsewhere: null,
};

/** An invitation to chat, which the server decided upon by what the visitor did on the site. */
export interface Invite {
  id: string;
  text: Record<Language, string>;
  answered?: boolean;
}

/** A value that tells its listeners of each change. */
export interface Store<T> {
  get(): T;
  update(change: (state: T) => T): void;
  subscribe(listener: (state: T) => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<(state: T) => void>();
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next !== state) {
        state = next;
        for (const listener of listeners) {
          listener(state);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function welcomed(state: ChatState, frame: Welcome): ChatState {
  return {
    ...state,
    line: "ready",
    brand: frame.brand,
    timeline: join(state.timeline, frame.entries, frame.more),
    asked: null,
    held: null,
    seen: frame.seen === undefined ? state.seen : frame.seen,
    welcomedUpTo: frame.entries.at(-1)?.id ?? null,
    ways: frame.ways,
  };
}

export function arrived(state: ChatState, entry: ChatEntry): ChatState {
  const typing = entry.from === "agent" ? null : state.typing;
  return { ...state, typing, timeline: upsert(state.timeline, withKnown(state.timeline, entry)) };
}

/** The server has a message for good: it becomes an entry, unless that came already. */
export function stored(state: ChatState, message: Unsent, entry: string, at: string): ChatState {
  if (state.timeline.entries.some((one) => one.id === entry)) {
    return state;
  }
  const { id, text, attachments } = message;
  return arrived(state, {
    id: entry,
    clientId: id,
    from: "visitor",
    name: null,
    text,
    at,
    attachments: attachments.map(({ name, type, size }) => ({ name, type, size, url: null })),
    withdrawn: false,
  });
}

/** The visitor does not go on elsewhere after all. */
export function stayed(state: ChatState, id: string): ChatState {
  const entries = state.timeline.entries.map((entry) =>
    entry.offer?.id === id ? { ...entry, offer: { ...entry.offer, declined: true as const } } : entry,
  );
  return { ...state, timeline: { ...state.timeline, entries } };
}

export function historyCame(state: ChatState, entries: ChatEntry[], more: boolean): ChatState {
  return state.asked === null
    ? state
    : { ...state, asked: null, timeline: fill(state.timeline, state.asked, entries, more) };
}

/** Another visitor than before: nothing of the former one may stay on the screen. */
export function forgotten(state: ChatState): ChatState {
  return {
    ...state,
    timeline: EMPTY,
    asked: null,
    standing: null,
    seen: undefined,
    welcomedUpTo: null,
    readMark: null,
  };
}

/** The agents' entries that the visitor has not read. */
export function unread({ timeline, readMark }: ChatState): ChatEntry[] {
  const marked = readMark ? timeline.entries.findIndex((entry) => entry.id === readMark.entry) : -1;
  return timeline.entries.filter(
    (entry, index) =>
      entry.from === "agent" &&
      !entry.withdrawn &&
      (marked < 0 ? !readMark || Date.parse(entry.at) > Date.parse(readMark.at) : index > marked),
  );
}

/** Whether an agent has read a visitor's entry; null when this browser cannot know. */
export function isSeen({ timeline, seen, welcomedUpTo }: ChatState, id: string): boolean | null {
  const place = (wanted: string) => timeline.entries.findIndex((entry) => entry.id === wanted);
  const index = place(id);
  if (seen && place(seen) >= index) {
    return true;
  }
  // Whoever answers has read.
  if (timeline.entries.slice(index + 1).some((entry) => entry.from === "agent")) {
    return true;
  }
  const cameLive = index > (welcomedUpTo === null ? -1 : place(welcomedUpTo));
  return seen !== undefined || cameLive ? false : null;
}

/** What only this browser knows of an entry: the files just sent, and that its offer was declined here. */
function withKnown(timeline: Timeline, entry: ChatEntry): ChatEntry {
  const known = timeline.entries.find((one) => one.id === entry.id);
  return known && !entry.withdrawn
    ? {
        ...entry,
        ...(entry.attachments.length === 0 && { attachments: known.attachments }),
        ...(known.offer?.declined && { offer: known.offer }),
      }
    : entry;
}
