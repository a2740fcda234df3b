import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

type Deed<T> = {
  /** Does it, and takes it back. */
  act: (what: T) => Promise<unknown>;
  back: (what: T) => Promise<unknown>;
  /** The list it changes. */
  key: QueryKey;
};

export type TakeBack<T> = {
  /** What was done last; null if nothing was, or it was taken back. */
  last: T | null;
  act: (what: T) => void;
  back: (what: T) => void;
  error: unknown;
};

/** Something done at once that can be taken back for as long as nothing else was done: asking before would be one step more. */
export function useTakeBack<T>({ act, back, key }: Deed<T>): TakeBack<T> {
  const client = useQueryClient();
  const [last, setLast] = useState<T | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  const forth = useMutation({ mutationFn: act, onSuccess: (_, what) => setLast(what), onSettled });
  const undo = useMutation({ mutationFn: back, onSuccess: () => setLast(null), onSettled });
  return {
    last,
    act: (what: T) => {
      undo.reset();
      if (!forth.isPending) forth.mutate(what);
    },
    back: (what: T) => {
      forth.reset();
      if (!undo.isPending) undo.mutate(what);
    },
    error: undo.error ?? forth.error,
  };
}
