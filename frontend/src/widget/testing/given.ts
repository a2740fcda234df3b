import { WebSocket as Socket } from "ws";
import { type Chat, createChat, type World } from "../chat";
import type { Keep } from "../keep";
import type { ChatEntry } from "../protocol";
import type { Settings } from "../settings";
import { uuid } from "../uuid";

/** One browser's storage for one account, seen by several tabs that hear of each other's changes. */
export class Browser {
  readonly values = new Map<string, string>();
  private readonly tabs = new Set<(key: string, value: string | null) => void>();

  keep(): Keep {
    let own: ((key: string, value: string | null) => void) | undefined;
    const tell = (key: string, value: string | null) => {
      for (const tab of this.tabs) {
        if (tab !== own) {
          // As with storage events: later, and never to the tab itself.
          queueMicrotask(() => this.tabs.has(tab) && tab(key, value));
        }
      }
    };
    return {
      get: (key) => this.values.get(key) ?? null,
      set: (key, value) => {
        this.values.set(key, value);
        tell(key, value);
      },
      remove: (key) => {
        if (this.values.delete(key)) {
          tell(key, null);
        }
      },
      keys: (prefix) => [...this.values.keys()].filter((key) => key.startsWith(prefix)),
      watch: (changed) => {
        own = changed;
        this.tabs.add(changed);
        return () => this.tabs.delete(changed);
      },
    };
  }
}

export function settingsFor(base: string, part: Partial<Settings> = {}): Settings {
  return {
    account: "chat-web",
    language: "en",
    theme: null,
    accent: null,
    login: null,
    visitor: null,
    open: false,
    base,
    ...part,
  };
}

export function worldOf(browser: Browser, part: Partial<World> = {}): World {
  return {
    keep: browser.keep(),
    session: new Browser().keep(),
    now: Date.now,
    random: () => 0,
    uuid,
    // jsdom's own WebSocket does not get along with Node's events.
    socket: (url) => new Socket(url) as unknown as WebSocket,
    page: () => ({ url: "https://shop.example/rug", title: "Rug" }),
    ...part,
  };
}

/** A tab of this browser on a page with the widget. */
export function tabIn(browser: Browser, base: string, part: Partial<World> = {}): Chat {
  const chat = createChat(settingsFor(base), worldOf(browser, part));
  chat.resume();
  return chat;
}

export function entry(n: number, part: Partial<ChatEntry> = {}): ChatEntry {
  return {
    id: `e${String(n).padStart(6, "0")}`,
    clientId: null,
    from: "agent",
    name: "Fatima",
    text: `text ${n}`,
    at: new Date(Date.UTC(2026, 10, 22, 12, 0, n)).toISOString(),
    attachments: [],
    withdrawn: false,
    ...part,
  };
}

export function textsIn(chat: Chat): string[] {
  return chat.store.get().timeline.entries.map((one) => one.text);
}
