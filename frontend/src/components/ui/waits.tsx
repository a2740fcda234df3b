import { useIsFetching, useIsMutating } from "@tanstack/react-query";

/**
 * Marks the page as busy while something is sent, or read for the first time. Whatever is busy for over a second shows
 * it, by a line at the top (styles/shell.css); parts that mark themselves do so, too.
 */
export function Waits() {
  const sending = useIsMutating();
  const reading = useIsFetching({ predicate: (query) => query.state.status === "pending" });
  return sending + reading > 0 ? <span hidden aria-busy="true" /> : null;
}
