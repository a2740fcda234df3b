import { useEffect, useRef } from "react";

const often = 30_000;

/** Calls when the person types, clicks or scrolls, at most every half minute; at once while `eager`. */
export function useInput(told: () => void, eager: boolean): void {
  const last = useRef(Date.now());
  const say = useRef(told);
  say.current = told;
  const now = useRef(eager);
  now.current = eager;
  useEffect(() => {
    const heard = () => {
      if (Date.now() - last.current < (now.current ? 1_000 : often)) return;
      last.current = Date.now();
      say.current();
    };
    const kinds = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
    for (const kind of kinds) window.addEventListener(kind, heard, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, heard);
    };
  }, []);
}
