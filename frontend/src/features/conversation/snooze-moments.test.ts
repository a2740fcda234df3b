import { expect, it } from "vitest";
import { snoozeMoments } from "./snooze-moments.ts";

const offered = (now: Date) => snoozeMoments(now).map(({ name, at }) => [name, at.toString()]);
const on = (day: number, hour: number, minute = 0) => new Date(2026, 5, day, hour, minute).toString();

it("in the morning this afternoon is offered", () => {
  expect(offered(new Date(2026, 5, 11, 10, 7))).toEqual([
    ["afternoon", on(11, 14)],
    ["tomorrow", on(12, 9)],
    ["monday", on(15, 9)],
  ]);
});

it("later in the day it is two hours, to the next quarter", () => {
  expect(offered(new Date(2026, 5, 11, 16, 7))[0]).toEqual(["hours", on(11, 18, 15)]);
});

it("on a Monday the next Monday is a week away", () => {
  expect(offered(new Date(2026, 5, 15, 10))[2]).toEqual(["monday", on(22, 9)]);
});

it("on a Sunday tomorrow is Monday, offered once", () => {
  expect(offered(new Date(2026, 5, 14, 10)).map(([name]) => name)).toEqual(["afternoon", "tomorrow"]);
});

it("where nobody is there tomorrow, the next opening is offered instead, once", () => {
  const monday = new Date(2026, 5, 15, 8, 30);
  const moments = snoozeMoments(
    new Date(2026, 5, 12, 10),
    { at: monday, closed: true },
    { at: monday, closed: false },
  ).map(({ name, at }) => [name, at.toString()]);
  expect(moments).toEqual([
    ["afternoon", on(12, 14)],
    ["opening", monday.toString()],
  ]);
});

it("a morning begins when the queue opens", () => {
  const moments = snoozeMoments(new Date(2026, 5, 9, 10), { at: new Date(2026, 5, 10, 11), closed: false }, null);
  expect(moments[1]).toEqual({ name: "tomorrow", at: new Date(2026, 5, 10, 11) });
});
