import type { Watches } from "../../types/api.ts";

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

  heard(cursor: string): void {
    this.head = cursor;
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
    if (this.head !== undefined) for (const key of this.watched) if (!next.has(key)) this.known.set(key, this.head);
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
    return older(this.turnTo(keys), this.head);
  }

  /** Forgets everything: the server said "reload". */
  forget(): void {
    this.head = undefined;
    this.known.clear();
    this.watched.clear();
    this.refetched.clear();
  }
}
