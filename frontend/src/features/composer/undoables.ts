import { createStore } from "../../lib/store.ts";
import type { Entry } from "../../types/api.ts";

/** A message that can still be taken back. */
export type Undoable = {
  conversation: string;
  topic: string;
  customerName: string;
  entry: Entry;
  /** Its topic was resolved with it, and is opened again with it. */
  resolved: boolean;
};

/** What can still be taken back, the last one last; wherever the writer has gone meanwhile. */
export const undoables = createStore<readonly Undoable[]>([]);

export function canUndo(one: Undoable): void {
  undoables.update((all) => [...all.filter((other) => other.entry.id !== one.entry.id), one]);
}

export function cannotUndo(entry: string): void {
  undoables.update((all) => all.filter((one) => one.entry.id !== entry));
}
