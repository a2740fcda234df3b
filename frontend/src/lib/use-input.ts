import { useEffect, useRef } from "react";

const often = 30_000;

/** Opening the page is the first. */
let last = Date.now();

/** How long nothing was typed, clicked or scrolled here, in ms: what a line that comes back has to tell. */
export function sinceInput(): number {
  return Math.max(0, Date.now() - last);
}

/** Calls when the person types, clicks or scrolls, at most every half minute; at once while `eager`. */
export function useInput(told: () => void, eager: boolean): void {
  const said = useRef(Date.now());
  const say = useRef(told);
  say.current = told;
  const now = useRef(eager);
  now.current = eager;
  useEffect(() => {
    const heard = () => {
      last = Date.now();
      if (last - said.current < (now.current ? 1_000 : often)) return;
      said.current = last;
      say.current();
    };
    const kinds = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
    for (const kind of kinds) window.addEventListener(kind, heard, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, heard);
    };
  }, []);
}
