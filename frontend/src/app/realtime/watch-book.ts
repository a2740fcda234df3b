import type { Watches } from "../../types/push.ts";

/** The older of two feed cursors ("epoch:sequence"); of two epochs, whichever makes the server say "reload". */
export function older(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const [epoch, sequence] = split(left);
  const [otherEpoch, otherSequence] = split(right);
  if (epoch !== otherEpoch) return left;
  return sequence <= otherSequence ? left : right;
}

function split(cursor: string): [string, number] {
  const at = cursor.lastIndexOf(":");
  return [cursor.slice(0, at), Number(cursor.slice(at + 1))];
}

export function keysOf(watches: Watches): string[] {
  return [
    ...(watches.counts ? ["counts"] : []),
    ...(watches.people ? ["people"] : []),
    ...(watches.calls ? ["calls"] : []),
    ...(watches.board ? ["board"] : []),
    ...(watches.occasions ? ["occasions"] : []),
    ...(watches.wall ? ["wall"] : []),
    ...(watches.thread ? [`thread:${watches.thread}`] : []),
    ...(watches.view ? [`view:${watches.view.name}`, ...watches.view.rows.map((row) => `row:${row}`)] : []),
  ];
}

/**
 * Remembers up to which moment of the feed each piece of the screen is known, so that nothing falls between a fetch
 * and the pushes, nor between two visits: whatever is watched anew is replayed from where it was last known.
 */
export class WatchBook {
  /** The last cursor heard: everything watched is known up to here. */
  private head: string | undefined;
  private readonly known = new Map<string, string>();
  private watched = new Set<string>();
  /** Watched pieces that were fetched since; the fetch may be older than what was already pushed. */
  private readonly refetched = new Set<string>();
  private asked: { number: number; from: string | undefined }[] = [];
  private number = 0;

  /** A frame was applied: what is watched is known up to its cursor, except what a later request asked for. */
  heard(cursor: string, answered = Number.POSITIVE_INFINITY): void {
    this.head = cursor;
    this.asked = this.asked.filter((request) => request.number > answered);
  }

  /** A piece came with a frame: from there on it is known, although it was never fetched. */
  told(key: string, cursor: string): void {
    if (!this.watched.has(key)) this.known.set(key, cursor);
  }

  /** A request goes out that asks to be told from a cursor on; answers its number. */
  ask(from: string | undefined): number {
    this.number += 1;
    this.asked.push({ number: this.number, from });
    return this.number;
  }

  /** Up to here all that is watched is known: a request that was not answered may have been lost with its line. */
  private get sure(): string | undefined {
    return this.asked.reduce((oldest, request) => older(oldest, request.from), this.head);
  }

  fetched(keys: string[], live: string): void {
    for (const key of keys) {
      this.known.set(key, live);
      this.refetched.add(key);
    }
  }

  /** Takes the next set of watches; answers the cursor to present with them, or nothing to replay. */
  turnTo(keys: string[]): string | undefined {
    const next = new Set(keys);
    const sure = this.sure;
    if (sure !== undefined) for (const key of this.watched) if (!next.has(key)) this.known.set(key, sure);
    let from: string | undefined;
    for (const key of next) {
      if (this.watched.has(key) && !this.refetched.has(key)) continue;
      const known = this.known.get(key);
      if (known === undefined) {
        // Not fetched yet; its fetch will bring us here again.
        next.delete(key);
        continue;
      }
      from = older(from, known);
      this.refetched.delete(key);
    }
    this.watched = next;
    return from;
  }

  /** The cursor to present after a lost connection. */
  resume(keys: string[]): string | undefined {
    const from = older(this.turnTo(keys), this.sure);
    this.asked = [];
    return from;
  }

  /** Forgets everything: the server said "reload". */
  forget(): void {
    this.head = undefined;
    this.asked = [];
    this.known.clear();
    this.watched.clear();
    this.refetched.clear();
  }
}
