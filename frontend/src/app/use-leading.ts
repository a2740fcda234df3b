import { useCallback, useRef, useState } from "react";

/** A kind of what is known, or an entry that says it. */
type Lead = { kind: string } | { entry: string };

/** Leads from what is known to the entry that says it, and back. */
export function useLeading(conversation: string | null) {
  const [aim, setAim] = useState<{ in: string | null; to: Lead & { number: number } } | null>(null);
  const number = useRef(0);
  const lead = useCallback(
    (to: Lead | null) => {
      number.current += 1;
      setAim(to && { in: conversation, to: { ...to, number: number.current } });
    },
    [conversation],
  );
  return { aim: aim?.in === conversation ? aim.to : null, lead };
}

export type Leading = ReturnType<typeof useLeading>;
