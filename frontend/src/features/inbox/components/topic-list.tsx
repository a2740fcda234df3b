import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import { runShortcut, useShortcuts } from "../../../lib/shortcuts.ts";
import { clock } from "../../../lib/time.ts";
import { useHow } from "../../../lib/use-how.ts";
import { useInUse } from "../../../lib/use-in-use.ts";
import { usePhone } from "../../../lib/use-media.ts";
import type { Counts, InboxItem, Language, Queues, ViewName } from "../../../types/api.ts";
import { inboxQuery } from "../api/get-inbox.ts";
import type { HeldRow } from "../held-rows.ts";
import { useHeldRows } from "../use-held-rows.ts";
import { viewKind, viewTitle } from "../view-title.ts";
import { type Place, placeOf, step } from "../walk.ts";
import { rowId, TopicRow } from "./topic-row.tsx";

type TopicListProps = {
  view: ViewName;
  counts: Counts | undefined;
  selected: string | null;
  me: string;
  queues: Queues | undefined;
  /** What stands before and after the title: the way to the rail, the way to find. */
  before?: ReactNode;
  after?: ReactNode;
  tabs?: ReactNode;
  /** What can be done with the list as a whole; it stands where another list says its order. */
  act?: ReactNode;
  /** Whether the list is all there is on the screen. */
  alone?: boolean;
  onOpen: (item: InboxItem, how: "click" | "walk") => void;
  /** The conversations in which an answer was begun here. */
  begun: ReadonlySet<string>;
  /** The topic below the open one, likely to be next. */
  onNext: (item: InboxItem) => void;
  /** The topics whose rows are loaded near the screen, so that the server tells of them. */
  onRows: (topics: string[]) => void;
};

const watchable = 200;
/** How far each view was scrolled, so that coming back to it is coming back. */
const offsets = new Map<ViewName, number>();

export function TopicList(props: TopicListProps) {
  const { view, counts, selected, me, queues, before, after, tabs, onOpen, onNext, onRows } = props;
  const { t } = useTranslation();
  const how = useHow();
  const language = useLanguage();
  const phone = usePhone();
  const list = useInfiniteQuery(inboxQuery(view));
  const [inUse, watching] = useInUse();
  const held = useHeldRows(view, list.data, inUse);
  const scroller = useRef<HTMLDivElement>(null);

  const rows = held.rows;
  const kind = viewKind(view);
  const names = useMemo(() => queueNames(queues, language), [queues, language]);
  const aside = view === "resolved" || view === "snoozed";
  const firstQuiet = aside ? -1 : rows.findIndex((row) => !row.item.topic.waitingSince);
  const heading = firstQuiet > 0 ? firstQuiet : -1;
  const rowOf = (index: number) => (heading < 0 || index < heading ? index : index - 1);
  const height = phone ? 74 : 64;
  const virtual = useVirtualizer({
    count: rows.length + (heading < 0 ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === heading ? 29 : height),
    overscan: 8,
    initialRect: { width: 312, height: 800 },
    initialOffset: () => offsets.get(view) ?? 0,
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = offsets.get(view) ?? 0;
    const keep = () => offsets.set(view, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes depend on these, the virtualizer does not know
  useEffect(() => virtual.measure(), [height, heading]);

  const items = virtual.getVirtualItems();
  const first = rowOf(items[0]?.index ?? 0);
  const end = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && rowOf(end) >= rows.length - 12) void fetchNextPage();
  });

  const near = useMemo(() => {
    const from = Math.max(0, Math.min(Math.floor(first / 50) * 50 - 75, rows.length - watchable));
    return rows.slice(from, from + watchable).map((row) => row.item.topic.id);
  }, [rows, first]);
  const nearKey = near.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the list
  useEffect(() => onRows(near), [nearKey, onRows]);

  const at = rows.findIndex((row) => row.item.topic.id === selected);
  const following = at >= 0 ? rows[at + 1]?.item : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each topic that comes to be next
  useEffect(() => {
    if (following) onNext(following);
  }, [following?.topic.id, onNext]);
  const place = usePlace(view, selected, rows);
  const walk = (by: 1 | -1) => {
    const wanted = step(
      rows.map((row) => row.item.topic.id),
      selected,
      place.current,
      by,
    );
    const next = rows.find((row) => row.item.topic.id === wanted);
    if (next) onOpen(next.item, "walk");
  };
  // Whatever opened it: the row of the open topic is on the screen.
  const placeInList = heading >= 0 && at >= heading ? at + 1 : at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another topic is opened, not when rows move
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(placeInList);
  }, [selected, list.isSuccess]);
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    "Alt+ArrowDown": () => walk(1),
    "Alt+ArrowUp": () => walk(-1),
    ".": held.fresh.length > 0 ? held.show : undefined,
  });
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else if (event.key === "Enter" && rows[at]) {
      onOpen(rows[at].item, "click");
      runShortcut("r");
    } else return;
    event.preventDefault();
  };

  const Pane = props.alone ? "main" : "section";
  const longest = longestWaiting(rows, view);
  const waiting = counts && view !== "resolved" && view !== "snoozed" ? (counts.waiting[view] ?? 0) : null;
  return (
    <Pane
      className="list"
      {...(props.alone ? { id: "conversation", tabIndex: -1 } : {})}
      aria-label={t("list.label")}
      {...watching}
    >
      <header>
        <div className="top">
          {before}
          <h1>{viewTitle(view, queues, t, language)}</h1>
          {tabs ? props.act : null}
          {after}
        </div>
        {tabs ?? (
          <div className="sub">
            <span>
              {waiting === null
                ? aside && counts
                  ? (counts.views[view] ?? 0).toLocaleString(language)
                  : " "
                : waiting === 0
                  ? t("list.nobodyWaiting")
                  : t("list.waiting", { count: waiting })}
            </span>
            {props.act ?? <span className="r">{t(`list.order.${kind}`)}</span>}
          </div>
        )}
      </header>
      <div
        className="rows"
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={`${t("list.label")}, ${t(`list.order.${kind}`).toLowerCase()}`}
        aria-activedescendant={at >= 0 && selected ? rowId(selected) : undefined}
        aria-busy={list.isPending}
        onKeyDown={keys}
      >
        {list.isPending ? <Skeleton /> : null}
        {list.isError && rows.length === 0 ? (
          <Trouble what={t("list.failed")} error={list.error} onRetry={() => void list.refetch()} />
        ) : null}
        {list.isSuccess && rows.length === 0 ? <p className="empty">{how(t(`list.empty.${kind}`))}</p> : null}
        <div className="rows-all" style={{ height: virtual.getTotalSize() }}>
          {items.map((place) => {
            const style = { transform: `translateY(${place.start}px)`, height: place.size };
            if (place.index === heading)
              return (
                // Each row says itself whether somebody waits.
                <div key="quiet" className="rows-at" style={style} aria-hidden="true">
                  <div className="rows-head">{t("list.notWaiting")}</div>
                </div>
              );
            const index = rowOf(place.index);
            const row = rows[index];
            if (!row) return null;
            return (
              <div key={row.item.topic.id} className="rows-at" style={style} role="presentation">
                <TopicRow
                  row={row}
                  view={view}
                  me={me}
                  queue={kind === "queue" ? null : (names.get(row.item.topic.queue ?? "") ?? null)}
                  selected={row.item.topic.id === selected}
                  longest={row === longest}
                  last={rows[index + 1]?.item.topic.id === selected || index + 1 === heading}
                  position={index + 1}
                  size={list.hasNextPage ? -1 : rows.length}
                  begun={props.begun.has(row.item.conversation)}
                  onOpen={onOpen}
                />
              </div>
            );
          })}
        </div>
        {list.isFetchingNextPage ? <p className="empty">{t("list.moreRows")}</p> : null}
      </div>
      {held.fresh.length > 0 ? (
        <div className="news" role="status">
          <span>{t("list.new", { count: held.fresh.length, time: clock(held.since, language) })}</span>
          <button type="button" className="link r" onClick={held.show}>
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

/** Where the open topic stood when it was opened; rows that come later do not change that. */
function usePlace(view: ViewName, selected: string | null, rows: HeldRow[]) {
  const place = useRef<Place | null>(null);
  const opened = useRef("");
  const loaded = rows.length > 0;
  useEffect(() => {
    const key = `${view} ${selected}`;
    if (!loaded || !selected || opened.current === key) return;
    const ids = rows.map((row) => row.item.topic.id);
    if (!ids.includes(selected)) return;
    opened.current = key;
    place.current = placeOf(ids, selected);
  }, [view, selected, loaded, rows]);
  return place;
}

/** The names of the queues, where there is more than one to tell apart. */
function queueNames(queues: Queues | undefined, language: Language): Map<string, string> {
  const all = queues?.items ?? [];
  return new Map(all.length > 1 ? all.map((queue) => [queue.id, queueName(queue, language)]) : []);
}

/** Red means a person is needed now: the longest wait, once it is one. */
function longestWaiting(rows: HeldRow[], view: ViewName): HeldRow | null {
  if (view === "resolved" || view === "snoozed") return null;
  let longest: HeldRow | null = null;
  for (const row of rows) {
    const since = row.gone ? null : row.item.topic.waitingSince;
    if (since && (!longest || since < (longest.item.topic.waitingSince ?? ""))) longest = row;
  }
  const since = longest?.item.topic.waitingSince;
  return since && Date.now() - Date.parse(since) >= 15 * 60_000 ? longest : null;
}

function Skeleton() {
  return (
    <div aria-hidden="true">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((one) => (
        <div key={one} className="row skel">
          <span className="bone" />
          <span className="bone" />
          <span className="bone" />
        </div>
      ))}
    </div>
  );
}
