import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Below this a phone's layout: one pane at a time. */
export const usePhone = () => useMedia("(max-width: 719.98px)");
/** Below this the rail is a sheet. */
export const useNarrow = () => useMedia("(max-width: 1099.98px)");
/** Below this the customer's panel is a sheet: the conversation keeps its measure. */
export const useSnug = () => useMedia("(max-width: 1239.98px)");
