import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { useCurrentInView } from "../../../lib/use-current-in-view.ts";
import { useHow } from "../../../lib/use-how.ts";
import { useInUse } from "../../../lib/use-in-use.ts";
import { usePhone } from "../../../lib/use-media.ts";
import type { Colleague, Queue } from "../../../types/api.ts";
import { type PromiseFilter, type PromiseRecord, type PromiseShow, promiseShows } from "../../../types/promise.ts";
import { promiseCountsQuery } from "../api/get-promise-counts.ts";
import { promiseListQuery } from "../api/get-promise-list.ts";
import { promisesOf } from "../cache.ts";
import { countNew, heldPromises } from "../held-promises.ts";
import { PromiseRow, promiseRowId } from "./promise-row.tsx";

type PromiseListProps = {
  show: PromiseShow;
  me: string;
  /** Those whose promises can be picked out, and the queues: for whoever looks after others. */
  people: Colleague[] | null;
  queues: Queue[];
  /** The topic on the screen. */
  selected: string | null;
  before?: ReactNode;
  after?: ReactNode;
  /** Whether the list is all there is on the screen. */
  alone?: boolean;
  onOpen: (promise: PromiseRecord, how: "click" | "walk") => void;
};

/** What was promised: one's own, what is due today, what waits for somebody else, what is late. */
export function PromiseList(props: PromiseListProps) {
  const { show, me, selected, onOpen } = props;
  const { t } = useTranslation();
  const how = useHow();
  const phone = usePhone();
  const [filter, setFilter] = useState<PromiseFilter>({ owner: null, queue: null });
  const asked = show === "mine" ? { owner: me, queue: null } : filter;
  const list = useInfiniteQuery(promiseListQuery(show, asked));
  const now = useMemo(() => promisesOf(list.data), [list.data]);
  const [inUse, watching] = useInUse();
  const { rows, fresh, take } = useHeld(`${show} ${asked.owner} ${asked.queue}`, now, inUse);
  const scroller = useRef<HTMLDivElement>(null);
  const height = phone ? 74 : 64;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    initialRect: { width: 312, height: 800 },
  });
  const items = virtual.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && end >= rows.length - 12) void fetchNextPage();
  });

  // A topic may hold several promises: the row that was opened is the one that is marked.
  const [opened, setOpened] = useState<string | null>(null);
  const at = openRow(rows, opened, selected);
  const open = (promise: PromiseRecord, how: "click" | "walk") => {
    setOpened(promise.id);
    onOpen(promise, how);
  };
  const walk = (by: 1 | -1) => {
    const next = rows[at < 0 ? 0 : at + by];
    if (!next) return;
    open(next, "walk");
    virtual.scrollToIndex(rows.indexOf(next));
  };
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    "Alt+ArrowDown": () => walk(1),
    "Alt+ArrowUp": () => walk(-1),
    ".": fresh > 0 ? take : undefined,
  });
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else return;
    event.preventDefault();
  };
  const Pane = props.alone ? "main" : "section";
  const marked = rows[at];
  return (
    <Pane
      className="list"
      {...(props.alone ? { id: "conversation", tabIndex: -1 } : {})}
      aria-label={t("promise.list.label")}
      {...watching}
    >
      <header>
        <div className="top">
          {props.before}
          <h1>{t("promise.heading")}</h1>
          {props.after}
        </div>
        <Shows />
        {props.people && show !== "mine" ? (
          <Filters filter={filter} people={props.people} queues={props.queues} onChoose={setFilter} />
        ) : null}
      </header>
      <div
        className="rows"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t(`promise.show.${show}`)}
        aria-activedescendant={marked ? promiseRowId(marked.id) : undefined}
        aria-busy={list.isPending}
        onKeyDown={keys}
      >
        {list.isError && rows.length === 0 ? (
          <Trouble what={t("promise.list.failed")} error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && rows.length === 0 ? <p className="empty">{how(t(`promise.list.empty.${show}`))}</p> : null}
        <div className="rows-all" style={{ height: virtual.getTotalSize() }}>
          {items.map((place) => {
            const row = rows[place.index];
            if (!row) return null;
            return (
              <div
                key={row.id}
                className="rows-at"
                style={{ transform: `translateY(${place.start}px)`, height: place.size }}
                role="presentation"
              >
                <PromiseRow
                  promise={row}
                  me={me}
                  selected={place.index === at}
                  last={place.index + 1 === at}
                  position={place.index + 1}
                  size={hasNextPage ? -1 : rows.length}
                  onOpen={(promise) => open(promise, "click")}
                />
              </div>
            );
          })}
        </div>
        {isFetchingNextPage ? <p className="empty">{t("list.moreRows")}</p> : null}
      </div>
      {fresh > 0 ? (
        <div className="news" role="status">
          <span>{t("promise.list.new", { count: fresh })}</span>
          <button type="button" className="link r" onClick={take}>
            {t("list.show")}
          </button>
          <kbd className="k" aria-hidden="true">
            .
          </kbd>
        </div>
      ) : null}
    </Pane>
  );
}

function openRow(rows: PromiseRecord[], opened: string | null, topic: string | null): number {
  const exactly = rows.findIndex((promise) => promise.id === opened && promise.topic === topic);
  return exactly >= 0 ? exactly : rows.findIndex((promise) => promise.topic === topic);
}

/** Rows stay where they are while somebody uses the list; whoever leaves it has it as it is. */
function useHeld(list: string, now: PromiseRecord[], inUse: boolean) {
  const held = useRef<{ list: string; rows: PromiseRecord[] }>({ list, rows: now });
  const [, again] = useState(0);
  const whole = held.current.list !== list || !inUse || held.current.rows.length === 0;
  // A page that was asked for comes after what is there.
  const known = new Set(held.current.rows.map((promise) => promise.id));
  const later = now.slice(lastKnown(now, known) + 1);
  held.current = whole
    ? { list, rows: now }
    : { list, rows: [...heldPromises(held.current.rows, now), ...(later.length < now.length ? later : [])] };
  return {
    rows: held.current.rows,
    fresh: countNew(held.current.rows, now),
    take: () => {
      held.current = { list, rows: now };
      again((times) => times + 1);
    },
  };
}

function lastKnown(now: PromiseRecord[], known: Set<string>): number {
  return now.findLastIndex((promise) => known.has(promise.id));
}

function Shows() {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = useQuery(promiseCountsQuery).data;
  const row = useCurrentInView(`${useLocation().pathname} ${counts !== undefined}`);
  return (
    <nav ref={row} className="shows" aria-label={t("promise.heading")}>
      {promiseShows.map((show) => {
        const count = show === "all" ? null : counts?.[show];
        return (
          <NavLink key={show} to={`/inbox/promises:${show}`} replace>
            {t(`promise.show.${show}`)}{" "}
            {count ? (
              <span className={show === "late" ? "num red" : "num"}>{count.toLocaleString(language)}</span>
            ) : null}
          </NavLink>
        );
      })}
    </nav>
  );
}

type FiltersProps = {
  filter: PromiseFilter;
  people: Colleague[];
  queues: Queue[];
  onChoose: (filter: PromiseFilter) => void;
};

function Filters({ filter, people, queues, onChoose }: FiltersProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="picks">
      <select
        aria-label={t("promise.list.owner")}
        value={filter.owner ?? ""}
        onChange={(event) => onChoose({ ...filter, owner: event.target.value || null })}
      >
        <option value="">{t("promise.list.everybody")}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      {queues.length > 1 ? (
        <select
          aria-label={t("promise.list.queue")}
          value={filter.queue ?? ""}
          onChange={(event) => onChoose({ ...filter, queue: event.target.value || null })}
        >
          <option value="">{t("promise.list.everyQueue")}</option>
          {queues.map((queue) => (
            <option key={queue.id} value={queue.id}>
              {queueName(queue, language)}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}
