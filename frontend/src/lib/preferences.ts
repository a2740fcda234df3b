import { readStored, writeStored } from "./storage.ts";
import { createStore } from "./store.ts";

export type Theme = "system" | "light" | "dark";

/** Whether single letters act as keys; people who dictate or use a switch turn them off. */
export const letterKeys = createStore(readStored<boolean>("loper.letter-keys") ?? true);

export function chooseLetterKeys(on: boolean): void {
  letterKeys.set(on);
  writeStored("loper.letter-keys", on);
}

/** Whether the browser tells, while nobody looks, that somebody waits for this person; asked for, never assumed. */
export const notices = createStore(readStored<boolean>("loper.notices") ?? false);

export function chooseNotices(on: boolean): void {
  notices.set(on);
  writeStored("loper.notices", on);
}

/** Whether that is heard, too. */
export const sounds = createStore(readStored<boolean>("loper.sounds") ?? false);

export function chooseSounds(on: boolean): void {
  sounds.set(on);
  writeStored("loper.sounds", on);
}

// The theme is stored as a bare word, because public/theme.js reads it before anything else is there.
function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem("loper.theme");
    return theme === "light" || theme === "dark" ? theme : "system";
  } catch {
    return "system";
  }
}

export const theme = createStore<Theme>(storedTheme());

export function chooseTheme(next: Theme): void {
  theme.set(next);
  try {
    if (next === "system") localStorage.removeItem("loper.theme");
    else localStorage.setItem("loper.theme", next);
  } catch {
    // The choice then holds until the page is closed.
  }
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}
