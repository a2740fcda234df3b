import { useEffect, useRef } from "react";

/**
 * Keeps the place one is at in sight, in a row of links that is wider than the screen. Returns what the row is known by.
 *
 * @param place where one is, and whatever else makes the row wider
 */
export function useCurrentInView(place: string) {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each place
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>("[aria-current]");
    if (row.current && here) row.current.scrollLeft = here.offsetLeft - row.current.clientWidth / 3;
  }, [place]);
  return row;
}
