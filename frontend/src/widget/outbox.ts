import type { Keep } from "./keep";
import type { RefusalReason } from "./protocol";

/** A file the server already has, by its upload id. */
export interface Uploaded {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** A message that the server has not yet said is stored. */
export interface Unsent {
  id: string;
  text: string;
  attachments: Uploaded[];
  /** The number at which the visitor wants to be called, if they do. */
  call?: string;
  /** Milliseconds since the epoch, by this browser's clock. */
  createdAt: number;
  /** The tab that sends it. */
  tab: string;
  /** Why it will never be accepted as it is, or null. */
  failure: RefusalReason | null;
}

/** How long after its last sign of life a tab counts as gone, in milliseconds. */
export const TAB_LIFE = 15_000;

/** How often a tab with unsent messages gives a sign of life, in milliseconds. */
export const TAB_BEAT = 5_000;

/** The unsent messages of one account; each is a key of its own, so that tabs never overwrite each other's. */
export interface Outbox {
  /** Every unsent message of every tab, in the order they were written. */
  all(): Unsent[];
  add(message: Omit<Unsent, "tab" | "failure">): void;
  remove(id: string): void;
  fail(id: string, reason: RefusalReason): void;
  /** The next message this tab should send; takes over those of tabs that are gone. */
  next(): Unsent | null;
  /** Says that this tab lives. */
  beat(): void;
  /** Leaves what is unsent to the next page or another tab. */
  leave(): void;
}

export function createOutbox(keep: Keep, tab: string, now: () => number): Outbox {
  const write = (message: Unsent) => keep.set(OUT + message.id, JSON.stringify(message));
  const all = () =>
    keep
      .keys(OUT)
      .map((key) => read(keep.get(key)))
      .filter((message) => message !== null)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const lives = (other: string) => Number(keep.get(TAB + other) ?? 0) > now();
  const beat = () => keep.set(TAB + tab, String(now() + TAB_LIFE));

  return {
    all,
    add(message) {
      beat();
      // Two in one millisecond, or after the clock was set back, still keep their order.
      const createdAt = Math.max(message.createdAt, (all().at(-1)?.createdAt ?? 0) + 1);
      write({ ...message, createdAt, tab, failure: null });
    },
    remove: (id) => keep.remove(OUT + id),
    fail(id, reason) {
      const message = read(keep.get(OUT + id));
      if (message) {
        write({ ...message, failure: reason });
      }
    },
    next() {
      const message = all().find((one) => one.failure === null && (one.tab === tab || !lives(one.tab)));
      if (!message || message.tab === tab) {
        return message ?? null;
      }
      const mine = { ...message, tab };
      keep.remove(TAB + message.tab);
      beat();
      write(mine);
      return mine;
    },
    beat,
    leave: () => keep.remove(TAB + tab),
  };
}

const OUT = "out:";
const TAB = "tab:";

/** Whether a kept key is an unsent message. */
export function isOutboxKey(key: string): boolean {
  return key.startsWith(OUT);
}

function read(value: string | null): Unsent | null {
  try {
    const message = JSON.parse(value ?? "null") as Unsent | null;
    return message && typeof message.id === "string" && Array.isArray(message.attachments) ? message : null;
  } catch {
    return null;
  }
}
