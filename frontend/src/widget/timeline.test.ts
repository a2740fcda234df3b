// @vitest-environment node

import { describe, expect, it } from "vitest";
import { entry } from "./testing/given";
import { EMPTY, fill, join, nextBefore, type Timeline, upsert } from "./timeline";

const all = Array.from({ length: 200 }, (_, n) => entry(n));
const ids = ({ entries }: Timeline) => entries.map((one) => Number(one.id.slice(1)));
const range = (from: number, to: number) => all.slice(from, to).map((_, n) => from + n);

/** Asks a pretend server for what is missing until nothing is. */
function mended(timeline: Timeline): Timeline {
  let now = timeline;
  for (let before = nextBefore(now); before !== null; before = nextBefore(now)) {
    const end = all.findIndex((one) => one.id === before);
    const start = Math.max(0, end - 30);
    now = fill(now, before, all.slice(start, end), start > 0);
  }
  return now;
}

describe("the timeline", () => {
  it("takes a repeated entry once, in its newest state", () => {
    const twice = upsert(upsert(EMPTY, entry(1)), entry(1, { withdrawn: true }));
    expect(twice.entries).toEqual([entry(1, { withdrawn: true })]);
  });

  it("orders by arrival, whatever the order of the frames", () => {
    const shuffled = [3, 0, 2, 1].reduce((timeline, n) => upsert(timeline, entry(n)), EMPTY);
    expect(ids(shuffled)).toEqual([0, 1, 2, 3]);
  });

  it("joins a page that overlaps without a hole", () => {
    const before = join(EMPTY, all.slice(0, 10), false);
    const after = join(before, all.slice(5, 35), true);
    expect(ids(after)).toEqual(range(0, 35));
    expect(after).toMatchObject({ more: false, gap: null });
  });

  it("marks the hole after a long absence, and closes it", () => {
    const before = join(EMPTY, all.slice(0, 10), false);
    const after = join(before, all.slice(100, 130), true);
    expect(after.gap).toBe(all[100]?.id);
    expect(nextBefore(after)).toBe(all[100]?.id);
    expect(ids(mended(after))).toEqual(range(0, 130));
  });

  it("equals a fresh load after two long absences, the second while the first hole was open", () => {
    const first = join(join(EMPTY, all.slice(0, 10), false), all.slice(100, 130), true);
    const second = join(first, all.slice(170, 200), true);
    expect(ids(mended(second))).toEqual(range(0, 200));
    expect(mended(second)).toEqual(mended(join(EMPTY, all.slice(170, 200), true)));
  });

  it("takes the server's word when that is the whole conversation", () => {
    const before = join(EMPTY, all.slice(0, 10), false);
    expect(ids(join(before, all.slice(3, 6), false))).toEqual([3, 4, 5]);
  });

  it("never asks on when the server has nothing more to give", () => {
    const open = join(join(EMPTY, all.slice(0, 1), true), all.slice(100, 130), true);
    expect(fill(open, open.gap ?? "", [], true).gap).toBeNull();
    expect(nextBefore(fill({ ...open, gap: null }, all[0]?.id ?? "", [], true))).toBeNull();
  });
});
