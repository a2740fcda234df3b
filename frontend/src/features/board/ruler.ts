import type { Promised } from "../../types/board.ts";

const minute = 60_000;
const hour = 60 * minute;

/** The ruler's coming hours, and how much of its width lies left of now, for what is late. */
export const hoursAhead = 5;
export const pastShare = 12;
const lateSpan = hour;
/** A label's width, as a part of the ruler's. */
const labelShare = 15;
const closeBy = 1.6;

export type Mark = {
  /** Where it stands, in percent of the ruler's width. */
  at: number;
  /** The row of labels it is written in, the nearest one first; -1 where there is no room for words. */
  lane: number;
  promises: Promised[];
};
export type Ruler = { marks: Mark[]; hours: { at: number; time: number }[]; beyond: number };

/** Where a moment stands: late ones left of now, the later the further; what is past the ruler's end is not on it. */
export function placeOf(due: number, now: number): number {
  if (due <= now) return pastShare * (1 - Math.min(1, (now - due) / lateSpan)) * 0.85;
  return pastShare + ((100 - pastShare) * (due - now)) / (hoursAhead * hour);
}

/** Lays promises out: those at nearly one place share a mark, and labels take the nearest row in which they have room. */
export function rulerOf(promises: readonly Promised[], now: number, lanes = 2): Ruler {
  const onIt = promises
    .map((promise) => ({ promise, at: placeOf(Date.parse(promise.dueAt), now) }))
    .filter((one) => one.at <= 100)
    .sort((left, right) => left.at - right.at);
  const marks: Mark[] = [];
  for (const { promise, at } of onIt) {
    const last = marks.at(-1);
    if (last && at - last.at < closeBy && isLate(last.promises[0], now) === isLate(promise, now))
      last.promises.push(promise);
    else marks.push({ at, lane: -1, promises: [promise] });
  }
  const ends = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  for (const mark of marks) {
    // Near the end a label is written to the left of its mark.
    const start = mark.at > 100 - labelShare ? mark.at - labelShare : mark.at;
    mark.lane = ends.findIndex((end) => end <= start);
    if (mark.lane >= 0) ends[mark.lane] = start + labelShare;
  }
  const first = Math.ceil(now / hour) * hour;
  const hours = Array.from({ length: hoursAhead }, (_, index) => first + index * hour)
    .map((time) => ({ time, at: placeOf(time, now) }))
    .filter((one) => one.at <= 100);
  return { marks, hours, beyond: promises.length - onIt.length };
}

export function isLate(promise: Promised | undefined, now: number): boolean {
  return promise !== undefined && (promise.state === "late" || Date.parse(promise.dueAt) <= now);
}

/** How many late promises each of us has, most first. */
export function lateByOwner(promises: readonly Promised[], now: number): { name: string; count: number }[] {
  const found = new Map<string, { name: string; count: number }>();
  for (const promise of promises) {
    if (!isLate(promise, now)) continue;
    const known = found.get(promise.owner) ?? { name: promise.ownerName, count: 0 };
    found.set(promise.owner, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((left, right) => right.count - left.count || left.name.localeCompare(right.name));
}
