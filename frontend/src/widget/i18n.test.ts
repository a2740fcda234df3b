// @vitest-environment node

import { describe, expect, it } from "vitest";
import { TABLES, wordsIn } from "./i18n";
import { MORE_TABLES } from "./more/words";

const english: Record<string, string> = { ...TABLES.en, ...MORE_TABLES.en };
const dutch: Record<string, string> = { ...TABLES.nl, ...MORE_TABLES.nl };
const keys = Object.keys(english);
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

describe("the words", () => {
  it("are the same set in both languages", () => {
    expect(Object.keys(dutch).sort()).toEqual([...keys].sort());
  });

  it.each(keys)("%s says something in both, with the same values", (key) => {
    expect(dutch[key]?.trim()).toBeTruthy();
    expect(holes(dutch[key] ?? "")).toEqual(holes(english[key] ?? ""));
  });

  it("put values in, and never read a value as a pattern", () => {
    expect(wordsIn("nl").say("typing", { name: "{name} $&" })).toBe("{name} $& typt");
  });

  it("write a moment with its day only when that is not today", () => {
    const now = new Date(2026, 10, 22, 14, 0).getTime();
    const iso = (day: number) => new Date(2026, 10, day, 9, 5).toISOString();
    expect(wordsIn("nl").moment(iso(22), now)).toBe("09:05");
    expect(wordsIn("nl").moment(iso(21), now)).toBe("gisteren 09:05");
    expect(wordsIn("en").moment(iso(23), now)).toBe("tomorrow 09:05");
    expect(wordsIn("en").moment(iso(3), now)).toMatch(/^Tue,? 3 Nov 09:05$/);
  });

  it("write sizes as people do", () => {
    expect(wordsIn("nl").size(2_340_000)).toBe("2,3 MB");
    expect(wordsIn("en").size(340)).toBe("1 KB");
  });
});
