import { useEffect, useState } from "preact/hooks";
import type { More } from "../more/more";

/** Brings what few visitors need; asked again after a failure, it tries again. */
export type LoadMore = () => Promise<More>;

/** Asks once for all who ask; a failure is forgotten. */
export function once(load: LoadMore): LoadMore {
  let coming: Promise<More> | null = null;
  return () => {
    coming ??= load().catch((error: unknown) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}

/** The second script's parts from the moment they are wanted for something: null until they are here, false if they did not come. */
export function useMore(load: LoadMore, wanted: string | null): More | null | false {
  const [found, setFound] = useState<More | null | false>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new wish tries once
  useEffect(() => {
    if (wanted !== null && !found) {
      setFound(null);
      load().then(setFound, () => setFound(false));
    }
  }, [wanted]);
  return found;
}
