import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { ago, clock, dayName } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Colleague } from "../../../types/api.ts";
import type { Board } from "../../../types/board.ts";
import { boardQuery } from "../api/get-board.ts";
import { longestOf, numberWord, tooLong } from "../headline.ts";
import { type Subject, subjectsOf } from "../subject.ts";
import { useAwake } from "../use-awake.ts";
import { useWallZoom } from "../use-wall-zoom.ts";
import { PeopleTable } from "./people-table.tsx";
import { PromiseRuler } from "./promise-ruler.tsx";
import { QueueTable } from "./queue-table.tsx";
import { PromiseList, RiskList } from "./risk-list.tsx";
import { Actions } from "./row-acts.tsx";

type BoardViewProps = {
  me: string;
  everybody: Colleague[];
  /** Big type, nothing to press: for a screen on a wall. */
  wall: boolean;
  before?: ReactNode;
  onOpen: (subject: Subject) => void;
  onRead: (subject: Subject) => void;
  onReassign: (subject: Subject) => void;
  onTake: (subject: Subject) => void;
  onPerson: (person: Colleague) => void;
  onWall: () => void;
};

/** How everything stands, live: queues, people, what is about to be late; and the way to step in. */
export function BoardView(props: BoardViewProps) {
  const { t } = useTranslation();
  const found = useQuery(boardQuery);
  useAwake(props.wall);
  if (found.isError && !found.data)
    return (
      <main className="floor" id="conversation" tabIndex={-1}>
        <Trouble what={t("board.failed")} error={found.error} onRetry={() => void found.refetch()} />
      </main>
    );
  if (!found.data) return <main className="floor" id="conversation" tabIndex={-1} aria-busy="true" />;
  return <Floor {...props} board={found.data.board} />;
}

function Floor({ board, ...props }: BoardViewProps & { board: Board }) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const subjects = subjectsOf(board);
  const subject = subjects.find((one) => one.row === focused) ?? null;
  const act = (what: (subject: Subject) => void) => (subject && !props.wall ? () => what(subject) : undefined);
  const go = (row: string) => main.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)?.focus();
  const walk = (by: 1 | -1) => {
    const rows = [...(main.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row.dataset.row === focused);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  // A row that is gone takes its keys with it.
  useEffect(() => {
    if (focused && !subject) setFocused(null);
  }, [focused, subject]);
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    o: act(props.onOpen),
    Enter: act(props.onOpen),
    l: act(props.onRead),
    t: act(props.onReassign),
    i: act(props.onTake),
    w: props.onWall,
    Escape: props.wall ? props.onWall : focused ? () => setFocused(null) : undefined,
  });
  const acts = {
    focused,
    quiet: props.wall,
    onFocus: setFocused,
    onOpen: (row: string) => {
      const found = subjects.find((one) => one.row === row);
      if (found) props.onOpen(found);
    },
  };
  const zoom = useWallZoom(props.wall);
  const { promises } = board;
  const sum = (of: "late" | "soon") => board.queues.reduce((all, queue) => all + queue[of], 0);
  return (
    <main className={props.wall ? "floor wall" : "floor"} id="conversation" tabIndex={-1} ref={main} style={zoom}>
      <header>
        {props.before}
        <div className="headline">
          <Headline board={board} />
        </div>
        {props.wall ? null : (
          <button type="button" className="link to-wall" onClick={props.onWall}>
            {t("board.toWall")}
            <kbd aria-hidden="true">{keyLabel("w")}</kbd>
          </button>
        )}
      </header>
      {board.queues.length === 0 ? (
        <p className="empty">
          {t("board.noQueues")}{" "}
          <Link className="link" to="/inbox/all">
            {t("app.toInbox")}
          </Link>
        </p>
      ) : (
        <>
          <PromiseRuler ahead={promises} onRow={props.wall ? undefined : go} />
          <div className="cols">
            <div>
              <QueueTable queues={board.queues} acts={acts} />
              <PeopleTable
                people={board.people}
                everybody={props.everybody}
                promises={promises.items}
                wall={props.wall}
                onPerson={props.wall ? undefined : props.onPerson}
              />
            </div>
            <div>
              <RiskList risks={board.atRisk} late={sum("late")} soon={sum("soon")} acts={acts} />
              <PromiseList
                promises={promises.items}
                total={promises.late + promises.soon + promises.later}
                acts={acts}
              />
            </div>
          </div>
          {subject && !props.wall ? (
            <Actions
              subject={subject}
              me={props.me}
              onOpen={() => props.onOpen(subject)}
              onRead={() => props.onRead(subject)}
              onReassign={() => props.onReassign(subject)}
              onTake={() => props.onTake(subject)}
            />
          ) : null}
        </>
      )}
    </main>
  );
}

/** The whole board in one sentence; its second half is red when somebody waits for too long. */
function Headline({ board }: { board: Board }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const waiting = board.queues.reduce((all, queue) => all + queue.waiting, 0);
  const longest = longestOf(board);
  const { late, soon } = board.promises;
  const promised = [
    late > 0 ? t("board.lateSentence", { count: late, number: numberWord(late, language) }) : null,
    soon > 0
      ? t("board.soonSentence", {
          count: soon,
          number: late > 0 ? numberWord(soon, language).toLowerCase() : numberWord(soon, language),
        })
      : null,
  ].filter((part) => part !== null);
  return (
    <>
      <h1>
        {waiting === 0 || !longest ? (
          t("board.nobodyWaits")
        ) : waiting === 1 ? (
          <>
            {t("board.oneWaits")}{" "}
            <em className={tooLong(longest, now) ? "" : "calm"}>
              {t("board.forTime", { time: ago(longest.since, now, language) })}
            </em>
          </>
        ) : (
          <>
            {t("board.manyWait", { number: numberWord(waiting, language) })}{" "}
            <em className={tooLong(longest, now) ? "" : "calm"}>
              {t("board.oneOfThem", { time: ago(longest.since, now, language) })}
            </em>
          </>
        )}
      </h1>
      <p className="m">
        {dayName(new Date(now).toISOString(), now, language)}, {clock(now, language)}.{" "}
        {promised.length > 0 ? `${promised.join(", ")}.` : t("board.allInTime")}
      </p>
    </>
  );
}
