import { useCallback, useRef, useState } from "react";
import type { ComposerWish } from "../features/composer/use-wish.ts";

type Wish = ComposerWish extends infer W ? (W extends ComposerWish ? Omit<W, "number"> : never) : never;

/** What the timeline asks of the composer. */
export function useWishes(conversation: string | null) {
  const [wish, setWish] = useState<{ for: string | null; wish: ComposerWish } | null>(null);
  const number = useRef(0);
  const ask = useCallback(
    (next: Wish) => {
      number.current += 1;
      setWish({ for: conversation, wish: { ...next, number: number.current } as ComposerWish });
    },
    [conversation],
  );
  return { wish: wish?.for === conversation ? wish.wish : null, ask };
}

export type Wishes = ReturnType<typeof useWishes>;
