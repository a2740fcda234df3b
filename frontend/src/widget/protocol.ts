/** A file that belongs to an entry; `url` is null while only this browser knows the file. */
export interface ChatAttachment {
  name: string;
  type: string;
  /** Bytes. */
  size: number;
  url: string | null;
}

/** One line of the conversation as the server tells it. */
export interface ChatEntry {
  id: string;
  clientId: string | null;
  from: "visitor" | "agent" | "system";
  name: string | null;
  text: string;
  /** ISO 8601, UTC. */
  at: string;
  attachments: ChatAttachment[];
  withdrawn: boolean;
  /** How the promise stands that it says; `says` where its moment is named no more. */
  promise?: { state: string; dueAt: string; says?: string };
  /** The way to go on elsewhere that it offers, while that is open. */
  offer?: Offer;
}

export interface Offer {
  id: string;
  /** ISO 8601, UTC. */
  until: string;
  /** The visitor does not want it. */
  declined?: true;
}

export interface Brand {
  name: string;
  greeting: string;
}

export type RefusalReason = "too-long" | "too-large" | "too-fast" | "bad-frame" | "unavailable";

/** What the server sends on /ws/chat. */
export type ServerFrame =
  | {
      type: "welcome";
      visitor: string;
      brand: Brand;
      name: string | null;
      entries: ChatEntry[];
      more: boolean;
      /** The entry up to which an agent has read; undefined when the server does not say. */
      seen?: string | null;
      /** Channels through which the visitor can go on. */
      ways: string[];
    }
  | { type: "stored"; id: string; entry: string; at: string }
  | { type: "refused"; id: string | null; reason: RefusalReason; retryAfterMs: number | null }
  /** An offer the visitor asked for is open no more. */
  | { type: "over"; offer: string }
  | { type: "details-stored" }
  | { type: "code-sent" }
  | { type: "proven"; right: boolean }
  | { type: "entry"; entry: ChatEntry }
  | { type: "typing"; name: string; on: boolean }
  | { type: "seen"; entry: string }
  | { type: "history"; entries: ChatEntry[]; more: boolean }
  | Standing
  | Elsewhere;

/** How it stands with the queue the visitor waits in, or would wait in. */
export interface Standing {
  type: "standing";
  /** Whether we answer at this hour. */
  open: boolean;
  /** When that changes, ISO 8601, UTC; null if it does not, or not soon. */
  until: string | null;
  /** How many wait before the visitor; null while they do not wait for somebody to take up their matter. */
  before: number | null;
  /** Who of us has it and is there. */
  with: string | null;
}

/** How to go on through another channel. */
export interface Elsewhere {
  type: "elsewhere";
  id: string;
  /** By which the visitor declines it. */
  offer: string;
  to: string;
  link: string | null;
  code: string | null;
  /** To call, for a code. */
  number: string | null;
  /** The link as a picture: an SVG path, so many modules each way. */
  qr: string | null;
  size: number;
  /** ISO 8601, UTC. */
  until: string;
}

export type Welcome = Extract<ServerFrame, { type: "welcome" }>;
export type Refused = Extract<ServerFrame, { type: "refused" }>;

/** What the visitor's browser sends on /ws/chat. */
export type ClientFrame =
  | { type: "hello"; visitor?: string; language: "nl" | "en"; page: { url: string; title: string }; login?: string }
  | { type: "message"; id: string; text: string; attachments?: string[]; call?: string }
  | { type: "details"; name?: string; email?: string }
  | { type: "code"; email: string }
  | { type: "code"; phone: string }
  | { type: "prove"; code: string }
  | { type: "received"; entry: string }
  | { type: "read"; entry: string }
  | { type: "typing"; on: boolean }
  | { type: "history"; before: string }
  | { type: "go-on"; id: string; to: string; address?: string }
  | { type: "stay"; offer: string };

const REFUSALS: readonly string[] = ["too-long", "too-large", "too-fast", "bad-frame", "unavailable"];

type Loose = Record<string, unknown>;

/** Reads one frame; anything that is not a known, well-formed frame is null and is ignored by the caller. */
export function parseFrame(data: unknown): ServerFrame | null {
  const frame = parseObject(data);
  switch (frame?.type) {
    case "welcome":
      return isText(frame.visitor) ? welcome(frame, frame.visitor) : null;
    case "stored":
      return isText(frame.id) && isText(frame.entry) && isMoment(frame.at)
        ? { type: "stored", id: frame.id, entry: frame.entry, at: frame.at }
        : null;
    case "refused":
      return refused(frame);
    case "over":
      return { type: "over", offer: text(frame.offer) };
    case "details-stored":
    case "code-sent":
      return { type: frame.type };
    case "proven":
      return { type: "proven", right: frame.right === true };
    case "entry": {
      const entry = parseEntry(frame.entry);
      return entry && { type: "entry", entry };
    }
    case "typing":
      return { type: "typing", name: text(frame.name), on: frame.on === true };
    case "seen":
      return isText(frame.entry) ? { type: "seen", entry: frame.entry } : null;
    case "history":
      return { type: "history", entries: entriesOf(frame.entries), more: frame.more === true };
    case "standing":
      return {
        type: "standing",
        open: frame.open === true,
        until: isMoment(frame.until) ? frame.until : null,
        before: typeof frame.before === "number" ? frame.before : null,
        with: isText(frame.with) ? frame.with : null,
      };
    case "elsewhere":
      return isText(frame.id) && isText(frame.to) && isMoment(frame.until) ? elsewhere(frame) : null;
    default:
      return null;
  }
}

function welcome(frame: Loose, visitor: string): Welcome {
  const brand = object(frame.brand);
  return {
    type: "welcome",
    visitor,
    brand: { name: text(brand?.name), greeting: text(brand?.greeting) },
    name: isText(frame.name) ? frame.name : null,
    entries: entriesOf(frame.entries),
    more: frame.more === true,
    ways: Array.isArray(frame.ways) ? frame.ways.filter(isText) : [],
    ...(frame.seen === null || isText(frame.seen) ? { seen: frame.seen } : {}),
  };
}

function elsewhere(frame: Loose): Elsewhere {
  const orNull = (value: unknown) => (isText(value) ? value : null);
  return {
    type: "elsewhere",
    id: text(frame.id),
    offer: text(frame.offer),
    to: text(frame.to),
    link: linkOf(frame.link),
    code: orNull(frame.code),
    number: orNull(frame.number),
    qr: /^[Mhvz\d -]+$/.test(text(frame.qr)) ? text(frame.qr) : null,
    size: typeof frame.size === "number" ? frame.size : 0,
    until: text(frame.until),
  };
}

/** A link that opens an app or a page, and runs nothing. */
function linkOf(value: unknown): string | null {
  return /^(https?|sms|tel):/.test(text(value)) ? text(value) : null;
}

function refused(frame: Loose): Refused {
  const reason = REFUSALS.includes(text(frame.reason)) ? (frame.reason as RefusalReason) : "bad-frame";
  const wait = frame.retryAfterMs;
  return {
    type: "refused",
    id: isText(frame.id) ? frame.id : null,
    reason,
    retryAfterMs: typeof wait === "number" && wait >= 0 ? wait : null,
  };
}

function entriesOf(value: unknown): ChatEntry[] {
  return Array.isArray(value) ? value.map(parseEntry).filter((entry) => entry !== null) : [];
}

function parseEntry(value: unknown): ChatEntry | null {
  const entry = object(value);
  if (!entry || !isText(entry.id) || !isMoment(entry.at)) {
    return null;
  }
  return {
    id: entry.id,
    clientId: isText(entry.clientId) ? entry.clientId : null,
    from: entry.from === "visitor" || entry.from === "agent" ? entry.from : "system",
    name: isText(entry.name) ? entry.name : null,
    text: text(entry.text),
    at: entry.at,
    attachments: Array.isArray(entry.attachments) ? entry.attachments.map(parseAttachment) : [],
    withdrawn: entry.withdrawn === true,
    ...promised(object(entry.promise)),
    ...offered(object(entry.offer)),
  };
}

function offered(way: Loose | null) {
  return way && isText(way.id) && isMoment(way.until) ? { offer: { id: way.id, until: way.until } } : undefined;
}

function promised(said: Loose | null) {
  return said && isText(said.state) && isMoment(said.dueAt)
    ? { promise: { state: said.state, dueAt: said.dueAt, ...(isText(said.says) && { says: said.says }) } }
    : undefined;
}

function parseAttachment(value: unknown): ChatAttachment {
  const file = object(value);
  return {
    name: text(file?.name),
    type: text(file?.type),
    size: typeof file?.size === "number" ? file.size : 0,
    url: isText(file?.url) ? file.url : null,
  };
}

function parseObject(data: unknown): Loose | null {
  try {
    return object(JSON.parse(String(data)));
  } catch {
    return null;
  }
}

function object(value: unknown): Loose | null {
  return typeof value === "object" && value !== null ? (value as Loose) : null;
}

function isMoment(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
