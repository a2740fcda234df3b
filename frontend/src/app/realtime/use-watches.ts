import { useCallback, useEffect } from "react";
import type { ViewName } from "../../types/api.ts";
import type { Shell } from "../frame.tsx";

/** What the screen shows, said whole each time a part of it changes. */
const watched: { view?: { name: ViewName; rows: string[] }; thread?: string } = {};

/** Hears of what the list and the thread show. */
export function useWatches(shell: Shell, view: ViewName | null, conversation: string | null) {
  const { watch } = shell;
  useEffect(() => {
    if (view) watched.view = { name: view, rows: watched.view?.name === view ? watched.view.rows : [] };
    else delete watched.view;
    if (conversation) watched.thread = conversation;
    else delete watched.thread;
    watch({ ...watched });
  }, [watch, view, conversation]);
}

/** Hears of the rows that can be seen. */
export function useRows(shell: Shell) {
  const { watch } = shell;
  return useCallback(
    (rows: string[]) => {
      if (!watched.view) return;
      watched.view = { ...watched.view, rows };
      watch({ ...watched });
    },
    [watch],
  );
}
