import { useEffect, useRef } from "react";

/** A conversation that was joined to another is found under its old id too; the screen then goes on where it is. */
export function useWhereItIs(asked: string | null, found: string | undefined, go: (now: string) => void) {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (asked && found && found !== asked) latest.current(found);
  }, [asked, found]);
}
