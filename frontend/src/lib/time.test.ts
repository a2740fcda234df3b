import { expect, it } from "vitest";
import { lateBy, left } from "./time.ts";

const now = Date.parse("2026-11-26T20:00:00Z");

it("the rest of a span is said in as few parts as count", () => {
  expect(left("2026-11-26T20:18:00Z", now, "en")).toBe("18 min");
  expect(left("2026-11-27T19:36:00Z", now, "nl")).toBe("23 u 36");
  expect(left("2026-11-28T19:59:00Z", now, "en")).toBe("47 h 59");
  expect(left("2026-11-27T20:00:00Z", now, "nl")).toBe("24 u");
  expect(left("2026-12-10T19:57:00Z", now, "nl")).toBe("13 d");
});

it("what is late since a moment ago is late just now", () => {
  expect(lateBy("2026-11-26T19:59:30Z", now, "en")).toBe("just now");
  expect(lateBy("2026-11-26T19:59:30Z", now, "nl")).toBe("zojuist");
  expect(lateBy("2026-11-26T19:48:00Z", now, "nl")).toBe("12 min");
});
