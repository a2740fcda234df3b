import { expect, it } from "vitest";
import { awayMoments } from "./away-moments.ts";

const at = (now: string) => Object.fromEntries(awayMoments(new Date(now)).map((one) => [one.name, one.at]));

it("short absences end on five minutes", () => {
  const moments = at("2026-11-25T12:52:10");
  expect(moments.quarter).toEqual(new Date("2026-11-25T13:10:00"));
  expect(moments.half).toEqual(new Date("2026-11-25T13:25:00"));
  expect(moments.hour).toEqual(new Date("2026-11-25T13:55:00"));
});

it("tomorrow and Monday begin at nine, and on Sunday they are the same", () => {
  expect(at("2026-11-25T12:00:00").tomorrow).toEqual(new Date("2026-11-26T09:00:00"));
  expect(at("2026-11-25T12:00:00").monday).toEqual(new Date("2026-11-30T09:00:00"));
  expect(at("2026-11-30T12:00:00").monday).toEqual(new Date("2026-12-07T09:00:00"));
  expect(at("2026-11-29T12:00:00").monday).toBeUndefined();
});
