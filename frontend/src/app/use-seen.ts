import { useCallback, useRef, useState } from "react";
import type { Entry } from "../types/api.ts";

/** What of a conversation was on the screen: before its end was, an answer would be written blind. */
export function useSeen(conversation: string | null) {
  const newest = useRef<{ conversation: string; entry: string } | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const onSeen = useCallback(
    (entry: Entry) => {
      if (!conversation) return;
      newest.current = { conversation, entry: entry.id };
      setShown(conversation);
    },
    [conversation],
  );
  /** The newest entry that was on the screen. */
  const entry = useCallback(
    () => (newest.current?.conversation === conversation ? newest.current?.entry : undefined),
    [conversation],
  );
  return { onSeen, entry, shown: conversation !== null && shown === conversation };
}

export type Seen = ReturnType<typeof useSeen>;
