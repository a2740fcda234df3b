/** What this browser remembers for one chat account, shared by its tabs. */
export interface Keep {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
  /** Calls back when another tab changed something; returns how to stop. */
  watch(changed: (key: string, value: string | null) => void): () => void;
}

/** Which of the browser's stores: shared by the tabs and lasting, or of one tab and its reloads. */
export type Area = "localStorage" | "sessionStorage";

/** Remembers under `loper:<account>:`; where storage is blocked or full, in memory until the page goes. */
export function browserKeep(account: string, window: Window, area: Area): Keep {
  const prefix = `loper:${account}:`;
  const memory = new Map<string, string>();
  const store = storageOf(window, area);
  return {
    get: (key) => memory.get(key) ?? store?.getItem(prefix + key) ?? null,
    set(key, value) {
      try {
        if (!store) {
          throw new Error("storage is blocked");
        }
        store.setItem(prefix + key, value);
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      store?.removeItem(prefix + key);
    },
    keys(start) {
      const stored = Object.keys(store ?? {}).filter((key) => key.startsWith(prefix + start));
      const kept = [...memory.keys()].filter((key) => key.startsWith(start));
      return [...new Set([...stored.map((key) => key.slice(prefix.length)), ...kept])];
    },
    watch(changed) {
      const listener = (event: StorageEvent) => {
        if (event.storageArea === store && event.key?.startsWith(prefix)) {
          changed(event.key.slice(prefix.length), event.newValue);
        }
      };
      window.addEventListener("storage", listener);
      return () => window.removeEventListener("storage", listener);
    },
  };
}

function storageOf(window: Window, area: Area): Storage | null {
  try {
    return window[area];
  } catch {
    return null;
  }
}
