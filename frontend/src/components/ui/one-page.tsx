import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Trouble } from "./trouble.tsx";

type OnePageProps<T> = {
  /** The list it stands in: its name, and where it is. */
  list: string;
  to: string;
  read: { data: unknown; isError: boolean; error: unknown; refetch: () => unknown };
  /** What the address names; null for one that is yet to be made, undefined if there is none. */
  one: T | null | undefined;
  children: (one: T | null) => ReactNode;
};

/** The page of one thing out of a list: as long as it is not there yet, failed, or is not there at all, it says so. */
export function OnePage<T>({ list, to, read, one, children }: OnePageProps<T>) {
  const { t } = useTranslation();
  // What was read once stays, with what is being changed of it.
  if (read.data === undefined && read.isError)
    return (
      <main className="board" id="conversation">
        <Trouble what={list} error={read.error} onRetry={() => void read.refetch()} />
      </main>
    );
  if (read.data === undefined) return <main className="board" id="conversation" aria-busy="true" />;
  if (one === undefined)
    return (
      <main className="board" id="conversation">
        <p className="empty">
          {t("problem.not-found")}{" "}
          <Link className="link" to={to}>
            {list}
          </Link>
        </p>
      </main>
    );
  return children(one);
}
