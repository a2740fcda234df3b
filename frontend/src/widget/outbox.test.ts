// @vitest-environment node

import { describe, expect, it } from "vitest";
import { createOutbox, TAB_LIFE } from "./outbox";
import { Browser } from "./testing/given";

function given() {
  const browser = new Browser();
  const clock = { now: 1_000 };
  const box = (tab: string) => createOutbox(browser.keep(), tab, () => clock.now);
  const message = (id: string) => ({ id, text: id, attachments: [], createdAt: clock.now++ });
  return { browser, clock, box, message };
}

describe("the outbox", () => {
  it("gives this tab's messages out in the order they were written", () => {
    const { box, message } = given();
    const one = box("one");
    one.add(message("b"));
    one.add(message("a"));
    expect(one.next()?.id).toBe("b");
    one.remove("b");
    expect(one.next()?.id).toBe("a");
  });

  it("keeps that order within one millisecond and when the clock is set back", () => {
    const { box, message, clock } = given();
    const one = box("one");
    for (const id of ["c", "b", "a"]) {
      one.add(message(id));
      clock.now -= 500;
    }
    expect(one.all().map((unsent) => unsent.id)).toEqual(["c", "b", "a"]);
  });

  it("leaves another living tab's messages alone, but shows them", () => {
    const { box, message } = given();
    box("one").add(message("a"));
    expect(box("two").next()).toBeNull();
    expect(box("two").all()).toHaveLength(1);
  });

  it("takes over what a closed tab left", () => {
    const { box, message } = given();
    const one = box("one");
    one.add(message("a"));
    one.leave();
    expect(box("two").next()).toMatchObject({ id: "a", tab: "two" });
    expect(box("one").next()).toBeNull();
  });

  it("takes over what a crashed tab left once that gave no sign of life for long enough", () => {
    const { box, message, clock } = given();
    box("one").add(message("a"));
    clock.now += TAB_LIFE + 1;
    expect(box("two").next()?.id).toBe("a");
  });

  it("passes over what was refused for good, and keeps it", () => {
    const { box, message } = given();
    const one = box("one");
    one.add(message("a"));
    one.add(message("b"));
    one.fail("a", "too-long");
    expect(one.next()?.id).toBe("b");
    expect(one.all()[0]).toMatchObject({ id: "a", failure: "too-long" });
  });

  it("is not upset by what others wrote into its keys", () => {
    const { browser, box } = given();
    for (const [key, value] of [
      ["out:1", "{"],
      ["out:2", "null"],
      ["out:3", "7"],
      ["out:4", "{}"],
    ] as const) {
      browser.values.set(key, value);
    }
    expect(box("one").all()).toEqual([]);
    expect(box("one").next()).toBeNull();
  });
});
