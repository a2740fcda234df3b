import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Chat } from "./chat";
import { followPage } from "./life";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given() {
  const chat = { wake: vi.fn(), renew: vi.fn(), pause: vi.fn(), resume: vi.fn() };
  const clock = { now: 0 };
  followPage(chat as unknown as Chat, window, () => clock.now);
  return { chat, clock };
}

function becomes(visibilityState: DocumentVisibilityState) {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibilityState);
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("a page with the chat", () => {
  it("wakes the line when the network is back, and doubts it when the network goes", () => {
    const { chat } = given();
    window.dispatchEvent(new Event("online"));
    expect(chat.wake).toHaveBeenCalledOnce();
    window.dispatchEvent(new Event("offline"));
    expect(chat.renew).toHaveBeenCalledOnce();
  });

  it("rests when it is left, and goes on when it comes back from the history", () => {
    const { chat } = given();
    window.dispatchEvent(new Event("pagehide"));
    expect(chat.pause).toHaveBeenCalledOnce();
    window.dispatchEvent(new Event("pageshow"));
    expect(chat.resume).toHaveBeenCalledTimes(2);
  });

  it("takes a new line after a long time out of sight, not after a short one", () => {
    const { chat, clock } = given();
    becomes("hidden");
    clock.now = 59_000;
    becomes("visible");
    expect(chat.renew).not.toHaveBeenCalled();
    becomes("hidden");
    clock.now += 61_000;
    becomes("visible");
    expect(chat.renew).toHaveBeenCalledOnce();
  });

  it("takes a new line after the machine slept", () => {
    const { chat, clock } = given();
    clock.now = 20_000;
    vi.advanceTimersByTime(20_000);
    expect(chat.renew).not.toHaveBeenCalled();
    clock.now = 3_600_000;
    vi.advanceTimersByTime(20_000);
    expect(chat.renew).toHaveBeenCalledOnce();
  });
});
