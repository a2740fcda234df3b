import { useEffect, useMemo, useRef } from "react";
import { runShortcut } from "../../lib/shortcuts.ts";

/** Remembers which send was asked to resolve the topic and go on, and does so once it is stored. */
export function useSettling() {
  const wanted = useRef<string | null>(null);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return useMemo(
    () => ({
      begin: (clientId: string) => {
        wanted.current = clientId;
      },
      wants: (clientId: string) => wanted.current === clientId,
      sent: (clientId: string) => {
        if (wanted.current === clientId) runShortcut("Shift+E");
      },
    }),
    [],
  );
}
