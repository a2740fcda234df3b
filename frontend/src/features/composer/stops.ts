import { createStore } from "../../lib/store.ts";
import type { Entry } from "../../types/api.ts";

/** Answers that were not sent because something newer came, by conversation; they wait until the writer has seen it. */
export const stops = createStore<Readonly<Record<string, Entry[]>>>({});

export function stop(conversation: string, newer: Entry[]): void {
  stops.update((all) => ({ ...all, [conversation]: newer }));
}

export function goOn(conversation: string): void {
  stops.update(({ [conversation]: _, ...rest }) => rest);
}
