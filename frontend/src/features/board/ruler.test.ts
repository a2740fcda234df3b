import { expect, it } from "vitest";
import type { Promised } from "../../types/board.ts";
import { lateByOwner, pastShare, placeOf, rulerOf } from "./ruler.ts";

const now = Date.parse("2026-11-26T12:38:00Z");
const minutes = (from: number) => new Date(now + from * 60_000).toISOString();
const promise = (id: string, from: number, owner = "Lotte"): Promised => ({
  id,
  state: from <= 0 ? "late" : from < 60 ? "due-soon" : "open",
  dueAt: minutes(from),
  sentence: "",
  action: "",
  channel: "email",
  owner,
  ownerName: owner,
  assignee: null,
  topic: `t-${id}`,
  title: "",
  conversation: "k",
  customer: id,
  queue: "main",
});

it("late ones stand left of now, the later the further", () => {
  expect(placeOf(now, now)).toBeLessThan(pastShare);
  expect(placeOf(now - 30 * 60_000, now)).toBeLessThan(placeOf(now - 5 * 60_000, now));
  expect(placeOf(now - 26 * 3_600_000, now)).toBe(0);
  expect(placeOf(now + 1, now)).toBeGreaterThan(pastShare);
});

it("what lies at nearly one moment shares a mark, late and not yet late never do", () => {
  const { marks } = rulerOf([promise("a", -1), promise("b", 1), promise("c", 60), promise("d", 62)], now);
  expect(marks.map((mark) => mark.promises.map((one) => one.id))).toEqual([["a"], ["b"], ["c", "d"]]);
});

it("labels that would touch stand in two rows, and a third goes without words", () => {
  const { marks } = rulerOf([promise("a", 60), promise("b", 75), promise("c", 90), promise("d", 200)], now);
  expect(marks.map((mark) => mark.lane)).toEqual([0, 1, -1, 0]);
});

it("what is due after the ruler's end is counted", () => {
  expect(rulerOf([promise("a", 30), promise("b", 600)], now).beyond).toBe(1);
});

it("the hours are those of the clock", () => {
  expect(rulerOf([], now).hours.map((one) => new Date(one.time).toISOString().slice(11, 16))).toEqual([
    "13:00",
    "14:00",
    "15:00",
    "16:00",
    "17:00",
  ]);
});

it("late promises are counted by owner, most first", () => {
  const all = [promise("a", -1, "Bram"), promise("b", -9, "Lotte"), promise("c", -3, "Lotte"), promise("d", 9, "Bram")];
  expect(lateByOwner(all, now)).toEqual([
    { name: "Lotte", count: 2 },
    { name: "Bram", count: 1 },
  ]);
});
