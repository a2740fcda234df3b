/** Asks somebody whether to go all the same; `go` is their yes. */
type Ask = (go: () => void) => void;

/** Whoever stands up for something unsaved on the screen, the uppermost last. */
const asks: Ask[] = [];

/** Has everybody who wants to leave asked first. Returns what ends it. */
export function guard(ask: Ask): () => void {
  asks.push(ask);
  return () => {
    asks.splice(asks.indexOf(ask), 1);
  };
}

/** Whether something would be lost by leaving. */
export function isGuarded(): boolean {
  return asks.length > 0;
}

/** Leaves at once, or once somebody said so. */
export function leave(go: () => void): void {
  const ask = asks.at(-1);
  if (ask) ask(go);
  else go();
}
