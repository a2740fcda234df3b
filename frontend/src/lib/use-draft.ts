import { useState } from "react";

/** Something as it is being changed, until it is saved. */
export type Draft<T extends object> = {
  /** As it would be saved. */
  draft: T;
  /** What of it was changed. */
  touched: Partial<T>;
  dirty: boolean;
  set: (part: Partial<T>) => void;
  /** It is saved; what is kept is still being changed. */
  saved: (keeps?: Partial<T>) => void;
  discard: () => void;
  /** Brings back what was discarded last, as long as nothing else was changed. */
  restore: (() => void) | undefined;
};

/** Changes something without touching it. What is discarded is not lost: one key brings it back. */
export function useDraft<T extends object>(before: T): Draft<T> {
  const [touched, setTouched] = useState<Partial<T>>({});
  const [discarded, setDiscarded] = useState<Partial<T> | null>(null);
  const draft = { ...before, ...touched };
  const now = (next: Partial<T>, gone: Partial<T> | null = null) => {
    setTouched(next);
    setDiscarded(gone);
  };
  return {
    draft,
    touched,
    dirty: JSON.stringify(draft) !== JSON.stringify(before),
    set: (part) => {
      setTouched((parts) => ({ ...parts, ...part }));
      setDiscarded(null);
    },
    saved: (keeps = {}) => now(keeps),
    discard: () => now({}, touched),
    restore: discarded ? () => now(discarded) : undefined,
  };
}
