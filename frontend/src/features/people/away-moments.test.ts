import { expect, it } from "vitest";
import type { Opening } from "../../lib/use-opening.ts";
import { awayMoments } from "./away-moments.ts";

const opening = (at: string, closed = false): Opening => ({ at: new Date(at), closed });
const at = (now: string, tomorrow?: Opening, monday?: Opening) =>
  Object.fromEntries(awayMoments(new Date(now), tomorrow, monday).map((one) => [one.name, one.at]));

it("short absences end on five minutes", () => {
  const moments = at("2026-11-25T12:52:10");
  expect(moments.quarter).toEqual(new Date("2026-11-25T13:10:00"));
  expect(moments.half).toEqual(new Date("2026-11-25T13:25:00"));
  expect(moments.hour).toEqual(new Date("2026-11-25T13:55:00"));
});

it("tomorrow and Monday begin when the queue opens", () => {
  const moments = at("2026-11-25T12:00:00", opening("2026-11-26T07:30:00"), opening("2026-11-30T08:00:00"));
  expect(moments.tomorrow).toEqual(new Date("2026-11-26T07:30:00"));
  expect(moments.monday).toEqual(new Date("2026-11-30T08:00:00"));
});

it("what comes to the same opening is offered once", () => {
  const moments = at("2026-11-27T16:00:00", opening("2026-11-30T08:00:00", true), opening("2026-11-30T08:00:00"));
  expect(moments.tomorrow).toEqual(new Date("2026-11-30T08:00:00"));
  expect(moments.monday).toBeUndefined();
});

it("no morning is guessed as long as the hours are not known", () => {
  expect(Object.keys(at("2026-11-25T12:00:00"))).toEqual(["quarter", "half", "hour"]);
});
