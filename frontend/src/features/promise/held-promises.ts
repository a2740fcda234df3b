import type { PromiseRecord } from "../../types/promise.ts";

/** What a list shows while it is in use: its rows stay where they are, and say how they stand now. */
export function heldPromises(held: PromiseRecord[], now: PromiseRecord[]): PromiseRecord[] {
  const known = new Map(now.map((promise) => [promise.id, promise]));
  return held.map((promise) => known.get(promise.id) ?? promise);
}

export function countNew(held: PromiseRecord[], now: PromiseRecord[]): number {
  const known = new Set(held.map((promise) => promise.id));
  return now.filter((promise) => !known.has(promise.id)).length;
}
