import type { ReactNode } from "react";
import { useShortcuts } from "../../lib/shortcuts.ts";
import type { TakeBack } from "../../lib/use-take-back.ts";
import { Button } from "./button.tsx";
import { Trouble } from "./trouble.tsx";

type ListPageProps = {
  title: string;
  intro: string;
  /** What makes one more, also by N; what stands in its place where it is something else. */
  add?: { text: string; onAdd: () => void } | undefined;
  aside?: ReactNode;
  /** How the list is read; nothing where it is there already. */
  read?: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  children: ReactNode;
};

/** A page that looks after a list: what it is for, how one more is made, and that it could not be read. */
export function ListPage({ title, intro, add, aside, read, children }: ListPageProps) {
  useShortcuts({ n: add?.onAdd });
  return (
    <main className="board" id="conversation" tabIndex={-1} aria-busy={read?.isPending}>
      <header className={add || aside ? "with-act" : undefined}>
        <div>
          <h1>{title}</h1>
          <p className="m">{intro}</p>
        </div>
        {aside}
        {add ? (
          <Button look="line" keys="n" onClick={add.onAdd}>
            {add.text}
          </Button>
        ) : null}
      </header>
      {read?.isError ? <Trouble what={title} error={read.error} onRetry={() => void read.refetch()} /> : null}
      {children}
    </main>
  );
}

type UndoNoticeProps<T> = {
  done: TakeBack<T>;
  words: (what: T) => string;
  action: string;
  say: (error: unknown) => string;
};

/** What was just done, told aloud when it comes, with the way back by Z; or that it failed. */
export function UndoNotice<T>({ done: { last, back, error }, words, action, say }: UndoNoticeProps<T>) {
  const undo = last === null ? undefined : () => back(last);
  useShortcuts({ z: undo });
  return (
    <>
      <p className="kind-gone" role="status">
        {last !== null ? (
          <>
            {words(last)}{" "}
            <Button look="line" keys="z" onClick={undo}>
              {action}
            </Button>
          </>
        ) : null}
      </p>
      {error ? (
        <p className="fault" role="alert">
          {say(error)}
        </p>
      ) : null}
    </>
  );
}
