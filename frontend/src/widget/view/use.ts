import { useEffect, useState } from "preact/hooks";
import type { Store } from "../store";

/** The present value of a store; renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    setValue(store.get);
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => media(query)?.matches ?? false);
  useEffect(() => {
    const list = media(query);
    const changed = () => setHolds(list?.matches ?? false);
    list?.addEventListener("change", changed);
    return () => list?.removeEventListener("change", changed);
  }, [query]);
  return holds;
}

function media(query: string): MediaQueryList | null {
  return typeof window.matchMedia === "function" ? window.matchMedia(query) : null;
}
