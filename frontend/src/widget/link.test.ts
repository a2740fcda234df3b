// @vitest-environment node

import { describe, expect, it } from "vitest";
import { backoff } from "./backoff";
import { type Link, OFF, PATIENCE, step } from "./link";

const steps = (start: Link, ...events: Parameters<typeof step>[1][]) =>
  events.reduce((link, event) => step(link, event, 0).link, start);

describe("the line", () => {
  it("stands after the socket opened and the welcome came", () => {
    expect(steps(OFF, { type: "start" }, { type: "opened" }, { type: "welcomed" })).toEqual({ phase: "ready" });
  });

  it("is given up when nothing opens in time", () => {
    const { link, actions } = step({ phase: "connecting", attempt: 0 }, { type: "due" }, 0);
    expect(link).toEqual({ phase: "waiting", attempt: 1 });
    expect(actions).toEqual([{ type: "close" }, { type: "timer", ms: 250 }]);
  });

  it("is given up when no welcome comes in time", () => {
    expect(step(OFF, { type: "start" }, 0).actions).toContainEqual({ type: "timer", ms: PATIENCE });
    expect(steps(OFF, { type: "start" }, { type: "opened" }, { type: "due" }).phase).toBe("waiting");
  });

  it("waits longer after each failure, and forgets them once it stood", () => {
    const failing = steps(OFF, { type: "start" }, { type: "lost" }, { type: "due" }, { type: "lost" });
    expect(failing).toEqual({ phase: "waiting", attempt: 2 });
    const stood = steps(failing, { type: "due" }, { type: "opened" }, { type: "welcomed" }, { type: "lost" });
    expect(stood).toEqual({ phase: "waiting", attempt: 1 });
  });

  it("waits at least as long as the server asks", () => {
    expect(step({ phase: "ready" }, { type: "lost", afterMs: 7_000 }, 0).actions).toContainEqual({
      type: "timer",
      ms: 7_000,
    });
  });

  it("does not wait on when the network comes back, and does not open twice", () => {
    expect(steps({ phase: "waiting", attempt: 9 }, { type: "woken" }).phase).toBe("connecting");
    for (const link of [OFF, { phase: "ready" }, { phase: "connecting", attempt: 0 }] satisfies Link[]) {
      expect(step(link, { type: "woken" }, 0)).toEqual({ link, actions: [] });
    }
    expect(step({ phase: "ready" }, { type: "start" }, 0).actions).toEqual([]);
  });

  it("stays off after a stop, whatever still comes in", () => {
    const events = ["opened", "welcomed", "lost", "due", "woken"] as const;
    expect(steps({ phase: "ready" }, { type: "stop" }, ...events.map((type) => ({ type })))).toEqual(OFF);
  });
});

describe("the wait before a retry", () => {
  it("doubles, is half chance, and ends at half a minute", () => {
    expect([0, 1, 2, 3].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(backoff(0, 0)).toBe(250);
    expect(backoff(1_000, 1)).toBe(30_000);
  });
});
