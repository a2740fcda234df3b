import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { Icon } from "../../../components/ui/icon.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import type { Outgoing } from "../../../lib/outbox.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { clock, dayName, exact } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Entry, QueueRef } from "../../../types/api.ts";
import type { Visit } from "../../../types/journey.ts";
import { firstUnread, layOut, type TimelineItem, undoneDeeds } from "../timeline-items.ts";
import { type EntryActions, EntryView } from "./entry-view.tsx";
import { HandoverRule } from "./handover-rule.tsx";
import { type OutgoingActions, OutgoingView } from "./outgoing-view.tsx";

type TimelineProps = {
  entries: Entry[];
  outgoing: Outgoing[];
  /** Whether something was unread when the page opened. */
  unread: boolean;
  topicTitle: (topic: string) => ReactNode;
  titleOf: (topic: string) => string;
  manyTopics: boolean;
  customerLanguage: string | null;
  queues: QueueRef[];
  more: boolean;
  loadingMore: boolean;
  onMore: () => void;
  /** The reader is at the end and looks: everything up to this entry was on the screen. */
  onSeen: (newest: Entry) => void;
  actions: EntryActions & OutgoingActions;
  /** What comes after now, below the newest entry. */
  ahead?: ReactNode;
  /** Who is typing on the other side, by the name they are called. */
  typing: string | null;
  /** The entry something leads to; each time another number. */
  aim?: Aim | null;
  /** What they did on our sites, and how one such visit is told. */
  visits?: readonly Visit[];
  visit?: (visit: Visit) => ReactNode;
};

export type Aim = { entry: string; number: number };

const start = 1_000_000;

type Context = { more: boolean; loadingMore: boolean; ahead: ReactNode };

export function Timeline(props: TimelineProps) {
  const { entries, outgoing, manyTopics, actions, onSeen, customerLanguage, topicTitle } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const virtuoso = useRef<VirtuosoHandle>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [newFrom, setNewFrom] = useState<string | null>(() => (props.unread ? firstUnread(entries) : null));
  const [below, setBelow] = useState(0);
  const newest = entries.at(-1);
  const lastSeen = useRef(newest?.id);

  // A message that came while nobody looked at the end begins the new part.
  useEffect(() => {
    if (!newest || newest.id === lastSeen.current) return;
    const looking = atEnd && document.visibilityState === "visible";
    const at = entries.findIndex((entry) => entry.id === lastSeen.current);
    const arrived = entries.slice(at + 1).filter((entry) => entry.direction === "in");
    if (!looking && arrived[0]) {
      setNewFrom((from) => from ?? arrived[0]?.id ?? null);
      if (!atEnd) setBelow(arrived.length);
    } else lastSeen.current = newest.id;
  }, [entries, newest, atEnd]);

  useEffect(() => {
    if (!newest) return;
    const look = () => {
      if (atEnd && document.visibilityState === "visible") {
        lastSeen.current = newest.id;
        setBelow(0);
        onSeen(newest);
      }
    };
    const timer = setTimeout(look, 300);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [newest, atEnd, onSeen]);

  const items = useMemo(
    () => layOut(entries, outgoing, newFrom, manyTopics, !props.more, props.titleOf, props.visits),
    [entries, outgoing, newFrom, manyTopics, props.more, props.titleOf, props.visits],
  );
  const undone = useMemo(() => undoneDeeds(entries), [entries]);
  const firstIndex = useFirstIndex(items);
  const aimed = useAim(props, items, virtuoso);
  const toEnd = () => virtuoso.current?.scrollToIndex({ index: "LAST", align: "end" });

  // Our own words are always shown.
  const sending = outgoing.length;
  const sent = useRef(sending);
  useLayoutEffect(() => {
    if (sending > sent.current) virtuoso.current?.scrollToIndex({ index: "LAST", align: "end" });
    sent.current = sending;
  }, [sending]);

  const page = useRef<HTMLDivElement>(null);
  useShortcuts({
    "Shift+G": toEnd,
    l: () => [...(page.current?.querySelectorAll<HTMLElement>("article[tabindex]") ?? [])].at(-1)?.focus(),
  });

  const render = (index: number, item: TimelineItem) => {
    switch (item.kind) {
      case "begin":
        return <div className="day">{t("conversation.beginning", { date: dayName(item.at, now, language) })}</div>;
      case "day":
        return <div className="day">{dayName(item.at, now, language)}</div>;
      case "new":
        return (
          <div className={item.tight ? "unseen tight" : "unseen"}>
            <span>{t("conversation.new")}</span>
          </div>
        );
      case "hidden":
        return (
          <div className={item.tight ? "elsewhere tight" : "elsewhere"}>
            <Moment at={item.at}>{t("conversation.hidden")}</Moment>
          </div>
        );
      case "handover":
        return <HandoverRule entry={item.entry} tight={item.tight} />;
      case "topic":
        return <div className={item.tight ? "hand tight" : "hand"}>{topicTitle(item.topic)}</div>;
      case "entry":
        return (
          <EntryView
            entry={item.entry}
            glyph={item.glyph}
            space={item.space}
            again={item.again}
            subject={item.subject}
            customerLanguage={customerLanguage}
            position={index - firstIndex + 1}
            queues={props.queues}
            actions={actions}
            undone={undone.has(item.entry.event?.deed ?? "")}
            aimed={aimed?.entry === item.entry.id ? aimed.number : 0}
          />
        );
      case "visit":
        return (
          <article
            className={`e sys site ${item.space}`}
            aria-posinset={index - firstIndex + 1}
            aria-setsize={-1}
            aria-label={`${t("journey.heading")}, ${clock(item.visit.from, language)}`}
          >
            <time dateTime={item.visit.from} title={exact(item.visit.from, language)}>
              {clock(item.visit.from, language)}
            </time>
            <span className="g">
              <Icon name="globe" />
            </span>
            <div className="bd">{props.visit?.(item.visit)}</div>
          </article>
        );
      case "outgoing":
        return (
          <OutgoingView
            one={item.outgoing}
            glyph={item.glyph}
            space={item.space}
            position={index - firstIndex + 1}
            actions={actions}
          />
        );
    }
  };

  return (
    <div className="page-at" ref={page}>
      <Virtuoso<TimelineItem, Context>
        ref={virtuoso}
        className="page"
        data={items}
        context={{ more: props.more, loadingMore: props.loadingMore, ahead: props.ahead }}
        firstItemIndex={firstIndex}
        initialTopMostItemIndex={{ index: "LAST", align: "end" }}
        {...(import.meta.env.MODE === "test" ? { initialItemCount: items.length } : {})}
        alignToBottom
        computeItemKey={(_, item) => item.key}
        followOutput={(bottom) => (bottom ? "auto" : false)}
        atBottomStateChange={setAtEnd}
        atBottomThreshold={48}
        totalListHeightChanged={() => atEnd && !aimed && toEnd()}
        increaseViewportBy={{ top: 800, bottom: 400 }}
        startReached={() => props.more && !props.loadingMore && props.onMore()}
        itemContent={render}
        components={components}
        aria-busy={props.loadingMore}
      />
      <p className="types" role="status">
        {props.typing !== null ? t("conversation.typing", { name: props.typing }) : null}
      </p>
      {atEnd ? null : (
        <button type="button" className="to-end" onClick={toEnd}>
          <Icon name="arrow-down" small />
          {below > 0 ? t("conversation.newBelow", { count: below }) : t("conversation.toNewest")}
        </button>
      )}
    </div>
  );
}

/** Goes where something leads to, loading what lies before it; where it is not shown here, says so. */
function useAim(
  { aim, more, loadingMore, onMore }: TimelineProps,
  items: TimelineItem[],
  list: RefObject<VirtuosoHandle | null>,
): Aim | null {
  const { t } = useTranslation();
  const [reached, setReached] = useState<Aim | null>(null);
  // What led somewhere before this page was drawn does so no more.
  const last = useRef(aim?.number ?? 0);
  useEffect(() => {
    if (!aim || last.current === aim.number) return;
    const index = items.findIndex((item) => item.kind === "entry" && item.entry.id === aim.entry);
    if (index >= 0) {
      list.current?.scrollToIndex({ index, align: "center" });
      setReached(aim);
    } else if (more) {
      if (!loadingMore) onMore();
      return;
    } else announce(t("fact.sourceGone"));
    last.current = aim.number;
  }, [aim, items, more, loadingMore, onMore, list, t]);
  // What is said since is followed again.
  const newest = useRef(items.at(-1)?.key);
  useEffect(() => {
    const now = items.at(-1)?.key;
    if (now !== newest.current) setReached(null);
    newest.current = now;
  }, [items]);
  return reached;
}

/** Keeps what is read in place when older entries come before it: the index of an entry never changes. */
function useFirstIndex(items: TimelineItem[]): number {
  const anchor = useRef<{ key: string; index: number } | null>(null);
  const position = items.findIndex((item) => item.kind === "entry");
  const held = anchor.current ? items.findIndex((item) => item.key === anchor.current?.key) : -1;
  const first = anchor.current && held >= 0 ? anchor.current.index - held : start;
  const item = items[position];
  if (item) anchor.current = { key: item.key, index: first + position };
  return first;
}

function Feed({ ref, ...rest }: { ref?: React.Ref<HTMLDivElement> } & React.HTMLAttributes<HTMLDivElement>) {
  const { t } = useTranslation();
  const { context: _, ...attributes } = rest as typeof rest & { context?: Context };
  return <div {...attributes} ref={ref} role="feed" aria-label={t("conversation.timeline")} />;
}

function Top({ context }: { context?: Context }) {
  const { t } = useTranslation();
  if (!context) return null;
  // Of one height, whatever it says: what stands below it does not move.
  return <div className="earlier">{context.loadingMore ? t("conversation.earlier") : " "}</div>;
}

function Foot({ context }: { context?: Context }) {
  return (
    <>
      {context?.ahead}
      <div className="page-foot" />
    </>
  );
}

const components = {
  List: Feed,
  Header: Top,
  Footer: Foot,
};
