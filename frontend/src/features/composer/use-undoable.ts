import { useEffect } from "react";
import type { Entry } from "../../types/api.ts";
import { canUndo } from "./undoables.ts";

/** The newest entries are looked at: what can still be taken back is a few seconds old. */
const newest = 20;

/** What one said of a promise was not sent from the composer, and can be taken back like what was. */
export function useUndoable(conversation: string, entries: readonly Entry[], me: string, customerName: string): void {
  useEffect(() => {
    for (const entry of entries.slice(-newest)) {
      const mine = entry.promise && entry.author.id === me && entry.delivery === "queued";
      if (mine && entry.undoUntil && Date.parse(entry.undoUntil) > Date.now())
        canUndo({ conversation, topic: entry.topic, customerName, entry, resolved: false });
    }
  }, [conversation, entries, me, customerName]);
}
