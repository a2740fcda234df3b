import type { Chat } from "./chat";

/** A page that was out of sight or asleep for longer than this takes a new line, in milliseconds. */
const LONG = 60_000;

const TICK = 20_000;

/** Ties the chat to the life of its page: network, sleep, tab in the background, back and forward. */
export function followPage(chat: Chat, window: Window, now: () => number): void {
  const { document } = window;
  let hiddenAt = Number.POSITIVE_INFINITY;
  let tickAt = now();

  window.addEventListener("online", () => chat.wake());
  window.addEventListener("offline", () => chat.renew());
  window.addEventListener("pagehide", () => chat.pause());
  window.addEventListener("pageshow", () => chat.resume());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = now();
      return;
    }
    if (now() - hiddenAt > LONG) {
      chat.renew();
    }
    chat.wake();
  });
  // A machine that slept may hold a socket that the other side gave up long ago.
  window.setInterval(() => {
    if (now() - tickAt > LONG) {
      chat.renew();
      chat.wake();
    }
    tickAt = now();
  }, TICK);
  chat.resume();
}
