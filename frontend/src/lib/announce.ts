import { createStore } from "./store.ts";

/** The last thing said to a screen reader; the number makes a repeat audible. */
export const announcement = createStore<{ text: string; number: number }>({ text: "", number: 0 });

export function announce(text: string): void {
  announcement.update((now) => ({ text, number: now.number + 1 }));
}
