import { expect, it } from "vitest";
import { people, queues } from "../testing/mock/cast.ts";
import { calendarOf } from "./queues.ts";

const bram = people.find((one) => one.id === "p-bram");
const by = (calendars: Record<string, string>) => ({
  ...queues,
  items: queues.items.map((one) => ({ ...one, calendar: calendars[one.id] ?? null })),
});

it("somebody comes and goes by the hours of the first queue they work in", () => {
  expect(calendarOf(bram, by({ orders: "night", billing: "office" }))).toBe("default");
  expect(calendarOf(bram, by({ main: "early", billing: "office" }))).toBe("early");
});

it("of whom nothing is known yet, and who works nowhere, the default hours count", () => {
  expect(calendarOf(undefined, queues)).toBe("default");
  expect(calendarOf(bram, undefined)).toBe("default");
});
