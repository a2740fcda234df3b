import type { Chat } from "./chat";
import type { Person } from "./details";
import { unread } from "./store";

/** What a page can ask of the widget, as `window.loper`. */
export interface LoperApi {
  open(): void;
  close(): void;
  /** Tells who the visitor says they are; kept as a claim, never as proof. */
  identify(person: Person): void;
}

declare global {
  interface Window {
    loper?: LoperApi;
    /** The other script of ours, if the page has it. */
    loperSteps?: { answer(invite: string, answer: string): void };
  }
}

/** Gives the page its handle, and tells it what happens by events on the document: loper:ready, :open, :close, :unread, :message. */
export function publish(chat: Chat, window: Window): void {
  const { document } = window;
  const tell = (name: string, detail?: object) =>
    document.dispatchEvent(new CustomEvent(`loper:${name}`, detail ? { detail } : undefined));

  let { open } = chat.store.get();
  let count = unread(chat.store.get()).length;
  chat.store.subscribe((state) => {
    const nowUnread = unread(state).length;
    if (state.open !== open) {
      open = state.open;
      tell(open ? "open" : "close");
    }
    if (nowUnread !== count) {
      count = nowUnread;
      tell("unread", { count });
    }
  });
  chat.onAgent(() => tell("message"));

  const api: LoperApi = {
    open: chat.open,
    close: chat.close,
    identify(person) {
      const name = String(person?.name ?? "")
        .trim()
        .slice(0, 200);
      const email = String(person?.email ?? "")
        .trim()
        .slice(0, 254);
      if (name || email) {
        chat.saveDetails({ name, email });
      }
    },
  };
  Object.defineProperty(window, "loper", { value: Object.freeze(api), configurable: true });
  tell("ready");
}
