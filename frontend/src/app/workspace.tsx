import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, useNavigate, useParams } from "react-router";
import { IconButton } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { ErrorBoundary } from "../components/ui/error-boundary.tsx";
import { later } from "../components/ui/later.tsx";
import { Composer, type ComposerWish } from "../features/composer/components/composer.tsx";
import { draftedIn, drafts } from "../features/composer/drafts.ts";
import { conversationQuery } from "../features/conversation/api/get-conversation.ts";
import { entriesQuery } from "../features/conversation/api/get-entries.ts";
import { reopenTopic } from "../features/conversation/api/reopen-topic.ts";
import { type EntryData, entriesOf } from "../features/conversation/cache.ts";
import { ConversationPane, topicShown } from "../features/conversation/components/conversation-pane.tsx";
import { CustomerPanel } from "../features/customer/components/customer-panel.tsx";
import type { CustomerDialog, Gift } from "../features/customer/dialogs.ts";
import { KnownNotice } from "../features/fact/components/known-notice.tsx";
import { KnownSection } from "../features/fact/components/known-section.tsx";
import { MarkedText } from "../features/fact/components/marked-text.tsx";
import { HandoverBelow } from "../features/handover/components/handover-below.tsx";
import { HandoverHint } from "../features/handover/components/handover-hint.tsx";
import { viewsOf } from "../features/inbox/cache.ts";
import { shownQueues } from "../features/inbox/components/queue-views.tsx";
import { TakeNext } from "../features/inbox/components/take-next.tsx";
import { TopicList } from "../features/inbox/components/topic-list.tsx";
import { viewTitle } from "../features/inbox/view-title.ts";
import { visitsQuery } from "../features/journey/api/get-visits.ts";
import { NoticedSection, SiteSection } from "../features/journey/components/site-section.tsx";
import { VisitLine } from "../features/journey/components/visit-line.tsx";
import { departmentsQuery } from "../features/people/api/get-departments.ts";
import { PromiseBelow, PromiseSection } from "../features/promise/components/promise-section.tsx";
import { PromisesAhead } from "../features/promise/components/promises-ahead.tsx";
import { announce } from "../lib/announce.ts";
import { fullName, shortName } from "../lib/format.ts";
import { useLanguage } from "../lib/i18n/setup.ts";
import { useProblemText } from "../lib/problem-text.ts";
import { queryKeys } from "../lib/query-keys.ts";
import { viewOfQueue } from "../lib/queues.ts";
import { useShortcuts } from "../lib/shortcuts.ts";
import { useSelected } from "../lib/store.ts";
import { useNarrow, usePhone, useSnug } from "../lib/use-media.ts";
import type {
  Conversation,
  Department,
  Entry,
  InboxItem,
  QueueRef,
  Queues,
  QueueView,
  ViewName,
} from "../types/api.ts";
import { viewNames } from "../types/api.ts";
import { type PromiseShow, type PromisesView, promiseShows } from "../types/promise.ts";
import type { Shell } from "./frame.tsx";
import { applyChange, applyRead } from "./realtime/apply-change.ts";
import { useCommands } from "./use-commands.tsx";
import { useTitle } from "./use-title.ts";

const CallDialog = later(() => import("../features/call/components/call-dialog.tsx").then((file) => file.CallDialog));
const CustomerDialogs = later(() =>
  import("../features/customer/components/customer-dialogs.tsx").then((file) => file.CustomerDialogs),
);
const HandoverDialog = later(() =>
  import("../features/handover/components/handover-dialog.tsx").then((file) => file.HandoverDialog),
);
const PromiseDialog = later(() =>
  import("../features/promise/components/promise-dialog.tsx").then((file) => file.PromiseDialog),
);
const PromiseList = later(
  () => import("../features/promise/components/promise-list.tsx").then((file) => file.PromiseList),
  <section className="list" aria-busy="true" />,
);

/** The inbox: lists, conversation, customer. */
export function Workspace({ shell }: { shell: Shell }) {
  const parameters = useParams();
  const place = placeOf(parameters.view, shell.queues);
  if (!place) return <Navigate to="/inbox/mine" replace />;
  return (
    <Panes
      shell={shell}
      place={place}
      conversation={parameters.conversation ?? null}
      topic={parameters.topic ?? null}
    />
  );
}

/** What the list shows: topics of a view, or promises. */
type Place = ViewName | PromisesView;

/** The place an address names; a queue is one as long as it may be one of this person's. */
function placeOf(name: string | undefined, queues: Queues | undefined): Place | undefined {
  const fixed =
    viewNames.find((view) => view === name) ??
    promiseShows.map((show): PromisesView => `promises:${show}`).find((view) => view === name);
  if (fixed || !name?.startsWith("queue:")) return fixed;
  const view = name as QueueView;
  return !queues || queues.items.some((queue) => viewOfQueue(queue.id) === view) ? view : undefined;
}

/** Every queue that has a name here: to name what is in it, and to send topics to. */
export function allQueues(queues: Queues | undefined): QueueRef[] {
  return queues ? [...queues.items.filter((queue) => queue.active), ...queues.others] : [];
}

/** The promises a place shows; none if it is a view of topics. */
function showOf(place: Place): PromiseShow | null {
  return promiseShows.find((show) => place === `promises:${show}`) ?? null;
}

const noDepartments: Department[] = [];

type PanesProps = { shell: Shell; place: Place; conversation: string | null; topic: string | null };

function Panes({ shell, place, conversation, topic: wanted }: PanesProps) {
  const { t } = useTranslation();
  const show = showOf(place);
  const view = show === null ? (place as ViewName) : null;
  const navigate = useNavigate();
  const phone = usePhone();
  const narrow = useNarrow();
  const snug = useSnug();
  const [sheet, setSheet] = useState(false);
  const wishes = useWishes(conversation);
  const facts = useLeading(conversation);
  const changes = useOwnChanges(shell);
  const head = useQuery({ ...conversationQuery(conversation ?? ""), enabled: conversation !== null });
  const topic = topicShown(conversation ? head.data : undefined, wanted);
  const visits = useQuery({
    ...visitsQuery(conversation ?? "", head.data?.customer.id ?? ""),
    enabled: head.data !== undefined && conversation !== null,
  }).data?.items;
  useWhereItIs(conversation, head.data?.id, (now) =>
    navigate(`/inbox/${place}/${now}/${wanted ?? ""}`, { replace: true }),
  );
  const seen = useRef<{ conversation: string; entry: string } | null>(null);
  // The conversation whose end was on the screen: before that, an answer would be written blind.
  const [shown, setShown] = useState<string | null>(null);
  // What the promise that is being made will do, as far as it was written already.
  const [promising, setPromising] = useState<string | null>(null);
  const [asking, setAsking] = useState<CustomerDialog | null>(null);
  const [handing, setHanding] = useState(false);
  const [dialling, setDialling] = useState(false);

  useWatches(shell, view, conversation);
  const onRows = useRows(shell);
  usePresence(shell, conversation);
  useNews(shell, conversation);
  const language = useLanguage();
  const say = useProblemText();
  const name = conversation ? head.data?.customer.name : undefined;
  const placeName = view === null ? t("promise.heading") : viewTitle(view, shell.queues, t, language);
  useTitle(name ? fullName(name) : placeName, shell.counts?.waiting.mine ?? 0);
  const departments = useQuery(departmentsQuery).data?.items ?? noDepartments;
  const queues = useMemo(() => allQueues(shell.queues), [shell.queues]);

  const open = useCallback(
    (item: Pick<InboxItem, "conversation"> & { topic: { id: string } }, how: "click" | "walk") =>
      navigate(`/inbox/${place}/${item.conversation}/${item.topic.id}`, { replace: how === "walk" }),
    [navigate, place],
  );
  const onSeen = useCallback(
    (entry: Entry) => {
      if (!conversation) return;
      seen.current = { conversation, entry: entry.id };
      setShown(conversation);
    },
    [conversation],
  );
  const seenEntry = useCallback(
    () => (seen.current?.conversation === conversation ? seen.current?.entry : undefined),
    [conversation],
  );
  useShortcuts({
    p: topic ? () => setPromising("") : undefined,
    h: topic ? () => setHanding(true) : undefined,
    d: topic ? () => setDialling(true) : undefined,
  });
  useShortcuts({
    c: conversation
      ? () => (snug ? setSheet((now) => !now) : document.querySelector<HTMLElement>(".cust")?.focus())
      : undefined,
    "Shift+J": head.data ? () => setAsking({ kind: "find" }) : undefined,
    "Shift+D": head.data ? () => setAsking({ kind: "split" }) : undefined,
  });
  useCommands(shell, view, placeName, topic, conversation ? head.data?.customer.name : undefined, open, changes.onItem);
  const { onItem } = changes;
  const reopen = useCallback(
    (one: string) => void reopenTopic(one).then(onItem, (error) => announce(say(error))),
    [onItem, say],
  );
  const give = useCallback((gift: Gift) => setAsking({ kind: "give", gift }), []);
  const fetchAhead = useFetchAhead();
  const drafted = useSelected(drafts, draftedIn);
  const begun = useMemo(() => new Set(drafted.split(" ")), [drafted]);
  const typing = useTyping(shell, conversation);
  const mailed = useMailed(conversation, topic?.id ?? null);

  const toRail = narrow ? <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} /> : undefined;
  const toFind = narrow ? (
    <IconButton icon="search" label={t("rail.find")} keys="Mod+k" className="r" onClick={shell.openCommand} />
  ) : undefined;
  const list =
    phone && conversation ? null : view === null ? (
      <PromiseList
        show={show ?? "mine"}
        me={shell.me.id}
        people={shell.me.roles.some((role) => role !== "agent") ? shell.people : null}
        queues={shell.queues?.items ?? []}
        selected={wanted ?? topic?.id ?? null}
        before={toRail}
        after={toFind}
        alone={phone}
        onOpen={(promise, how) => open({ conversation: promise.conversation, topic: { id: promise.topic } }, how)}
      />
    ) : (
      <ErrorBoundary>
        <TopicList
          view={view}
          counts={shell.counts}
          selected={wanted ?? topic?.id ?? null}
          me={shell.me.id}
          queues={shell.queues}
          before={toRail}
          after={toFind}
          act={
            view === "mine" || view === "unassigned" ? (
              <TakeNext
                onTaken={(item) => {
                  changes.onItem(item);
                  navigate(`/inbox/mine/${item.conversation}/${item.topic.id}`);
                }}
              />
            ) : undefined
          }
          alone={phone}
          tabs={phone ? <Tabs shell={shell} /> : undefined}
          onOpen={open}
          onNext={fetchAhead}
          begun={begun}
          onRows={onRows}
        />
      </ErrorBoundary>
    );
  const panel = (
    <CustomerPanel
      data={head.data}
      promises={conversation ? <PromiseSection conversation={conversation} departments={departments} /> : null}
      site={
        conversation && head.data ? <SiteSection conversation={conversation} customer={head.data.customer.id} /> : null
      }
      known={
        conversation && head.data ? (
          <>
            <KnownSection
              conversation={conversation}
              customer={head.data.customer.id}
              aim={facts.aim && "kind" in facts.aim ? facts.aim : null}
              onSource={(entry) => {
                setSheet(false);
                facts.lead({ entry });
              }}
            />
            <NoticedSection conversation={conversation} customer={head.data.customer.id} />
          </>
        ) : null
      }
      onDialog={setAsking}
      onOther={(other) => navigate(`/inbox/${view}/${other}`)}
      topic={topic?.id ?? null}
      onTopic={(one) => {
        setSheet(false);
        if (conversation) open({ conversation, topic: one }, "click");
      }}
    />
  );
  return (
    <div className={phone ? "app phone" : snug ? (narrow ? "app narrow" : "app snug") : "app"}>
      {shell.rail}
      {list}
      {conversation ? (
        <ErrorBoundary key={conversation}>
          <ConversationPane
            conversation={conversation}
            topic={wanted}
            me={shell.me}
            people={shell.people}
            queues={queues}
            before={
              phone ? (
                <IconButton
                  icon="chevron-left"
                  label={t("conversation.backToList")}
                  onClick={() => navigate(`/inbox/${place}`)}
                />
              ) : null
            }
            after={
              snug ? (
                <IconButton
                  icon="circle-user-round"
                  label={t("conversation.customer")}
                  keys="c"
                  onClick={() => setSheet(true)}
                />
              ) : null
            }
            composer={
              topic && head.data ? (
                <ErrorBoundary>
                  <Composer
                    conversation={conversation}
                    topic={topic.id}
                    topicTitle={topic.title}
                    customerName={head.data.customer.name}
                    language={head.data.customer.language}
                    mailed={mailed}
                    me={shell.me}
                    seen={seenEntry}
                    shown={shown === conversation}
                    below={({ text, field, onText }) => (
                      <KnownNotice
                        conversation={conversation}
                        text={text}
                        field={field}
                        onUse={onText}
                        onPromise={setPromising}
                      />
                    )}
                    onPromise={() => setPromising("")}
                    hint={
                      <HandoverHint conversation={conversation} topic={topic.id} onHandover={() => setHanding(true)} />
                    }
                    wish={wishes.wish}
                    onEntry={changes.onEntry}
                    onTyping={typing}
                    onReopen={reopen}
                    onBack={(to, back) => open({ conversation: to, topic: { id: back } }, "click")}
                  />
                </ErrorBoundary>
              ) : null
            }
            onItem={changes.onItem}
            onGone={(gone) => {
              changes.onGone(gone);
              navigate(`/inbox/${place}`);
            }}
            onEntry={changes.onEntry}
            onSeen={onSeen}
            onRead={changes.onRead}
            onAgain={(outgoing) => wishes.ask({ kind: "again", outgoing })}
            onEdit={(outgoing) => wishes.ask({ kind: "edit", outgoing })}
            onOther={(entry) => wishes.ask({ kind: "other", entry })}
            onUndoDeed={(deed) => setAsking({ kind: "undo", deed })}
            onGive={give}
            promise={(id) => <PromiseBelow conversation={conversation} promise={id} departments={departments} />}
            ahead={<PromisesAhead conversation={conversation} />}
            handover={(id) => <HandoverBelow conversation={conversation} handover={id} />}
            words={(entry) =>
              head.data ? (
                <MarkedText
                  conversation={conversation}
                  customer={head.data.customer.id}
                  entry={entry}
                  onFact={(kind) => {
                    if (snug) setSheet(true);
                    facts.lead({ kind });
                  }}
                />
              ) : null
            }
            aim={facts.aim && "entry" in facts.aim ? facts.aim : null}
            {...(visits ? { visits } : {})}
            visit={(visit) => (head.data ? <VisitLine visit={visit} customer={head.data.customer.id} /> : null)}
          />
        </ErrorBoundary>
      ) : phone ? null : (
        <main className="conv none" id="conversation" tabIndex={-1}>
          <p className="b">{t("conversation.noneTitle")}</p>
          <p className="m">
            {t(view && shell.counts?.views[view] === 0 ? "conversation.noneHere" : "conversation.none")}
          </p>
        </main>
      )}
      {conversation && !snug ? panel : null}
      {conversation && topic && head.data && promising !== null ? (
        <PromiseDialog
          conversation={conversation}
          topic={topic.id}
          customerName={head.data.customer.name}
          lastWords={topic.preview}
          begun={promising}
          channel={topic.channel}
          seen={seenEntry}
          onClose={() => setPromising(null)}
        />
      ) : null}
      {conversation && head.data && asking ? (
        <CustomerDialogs
          customer={head.data.customer}
          topics={head.data.topics}
          dialog={asking}
          onDialog={setAsking}
          onOpen={(to, at) => navigate(`/inbox/${place}/${to}/${at ?? ""}`)}
        />
      ) : null}
      {conversation && topic && head.data && handing ? (
        <HandoverDialog
          conversation={conversation}
          topic={topic.id}
          customerName={shortName(head.data.customer.name)}
          onClose={() => setHanding(false)}
        />
      ) : null}
      {conversation && topic && head.data && dialling ? (
        <CallDialog
          conversation={conversation}
          topic={topic.id}
          customer={head.data.customer}
          phone={shell.me.phone}
          onPlaced={(entry) => changes.onEntry(conversation, entry)}
          onClose={() => setDialling(false)}
        />
      ) : null}
      {conversation && snug && sheet ? (
        <Dialog
          kind="right"
          label={t("customer.label")}
          onClose={() => {
            setSheet(false);
            facts.lead(null);
          }}
        >
          {panel}
        </Dialog>
      ) : null}
    </div>
  );
}

function Tabs({ shell: { counts, queues } }: { shell: Shell }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = shownQueues(queues, counts);
  const views: ViewName[] = [...viewNames, ...(shown.length > 1 ? shown.map((queue) => viewOfQueue(queue.id)) : [])];
  return (
    <nav className="tabs" aria-label={t("rail.label")}>
      <NavLink to="/inbox/promises:mine" replace className="last">
        {t("promise.heading")}
      </NavLink>
      {views.map((view) => (
        <NavLink key={view} to={`/inbox/${view}`} replace>
          {viewTitle(view, queues, t, language)}
          <span className="num">{counts ? (counts.views[view] ?? 0).toLocaleString(language) : ""}</span>
        </NavLink>
      ))}
    </nav>
  );
}

type Wish = ComposerWish extends infer W ? (W extends ComposerWish ? Omit<W, "number"> : never) : never;

/** What the timeline asks of the composer. */
function useWishes(conversation: string | null) {
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

/** A kind of what is known, or an entry that says it. */
type Lead = { kind: string } | { entry: string };

/** Leads from what is known to the entry that says it, and back. */
function useLeading(conversation: string | null) {
  const [aim, setAim] = useState<{ in: string | null; to: Lead & { number: number } } | null>(null);
  const number = useRef(0);
  const lead = useCallback(
    (to: Lead | null) => {
      number.current += 1;
      setAim(to && { in: conversation, to: { ...to, number: number.current } });
    },
    [conversation],
  );
  return { aim: aim?.in === conversation ? aim.to : null, lead };
}

/** The answers to our own commands go the way of pushed changes; the push that follows changes nothing. */
function useOwnChanges({ me }: Shell) {
  const client = useQueryClient();
  return useMemo(
    () => ({
      onItem: (item: InboxItem) => applyChange(client, { type: "topic", item, views: viewsOf(item, me.id) }),
      onGone: (topic: string) => applyChange(client, { type: "removed", topic }),
      onEntry: (conversation: string, entry: Entry) => applyChange(client, { type: "entry", conversation, entry }),
      onRead: (conversation: string, topic: string) => applyRead(client, conversation, topic),
    }),
    [client, me.id],
  );
}

const watched: { view?: { name: ViewName; rows: string[] }; thread?: string } = {};

/** A conversation that was joined to another is found under its old id too; the screen then goes on where it is. */
function useWhereItIs(asked: string | null, found: string | undefined, go: (now: string) => void) {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    if (asked && found && found !== asked) latest.current(found);
  }, [asked, found]);
}

function useWatches(shell: Shell, view: ViewName | null, conversation: string | null) {
  const { watch } = shell;
  useEffect(() => {
    if (view) watched.view = { name: view, rows: watched.view?.name === view ? watched.view.rows : [] };
    else delete watched.view;
    if (conversation) watched.thread = conversation;
    else delete watched.thread;
    watch({ ...watched });
  }, [watch, view, conversation]);
}

function useRows(shell: Shell) {
  const { watch } = shell;
  return useCallback(
    (rows: string[]) => {
      if (!watched.view) return;
      watched.view = { ...watched.view, rows };
      watch({ ...watched });
    },
    [watch],
  );
}

const viewingEvery = 20_000;
const typingEvery = 3_000;

function usePresence(shell: Shell, conversation: string | null) {
  const { sayPresence } = shell;
  useEffect(() => {
    if (!conversation) return;
    const say = () => document.visibilityState === "visible" && sayPresence(conversation, "viewing");
    const first = setTimeout(say, 500);
    const repeat = setInterval(say, viewingEvery);
    return () => {
      clearTimeout(first);
      clearInterval(repeat);
      sayPresence(conversation, "left");
    };
  }, [conversation, sayPresence]);
}

/** The next conversation is fetched while this one is read, so that going on does not wait. */
function useFetchAhead() {
  const client = useQueryClient();
  return useCallback(
    (item: InboxItem) => {
      void client.prefetchQuery(conversationQuery(item.conversation));
      void client.prefetchInfiniteQuery(entriesQuery(item.conversation, null));
    },
    [client],
  );
}

/** Says that something is being written, now and then while it is, and once when it no longer is. */
function useTyping(shell: Shell, conversation: string | null) {
  const { sayPresence } = shell;
  const told = useRef({ at: 0, to: null as string | null });
  return useCallback(
    (on: boolean, to: string | null) => {
      if (!conversation) return;
      const { at, to: before } = told.current;
      if (!on) {
        if (at > 0) sayPresence(conversation, "viewing", before);
        told.current = { at: 0, to: null };
      } else if (Date.now() - at >= typingEvery || to !== before) {
        // Whom it is no longer for must not go on waiting for it.
        if (before !== null && to !== before) sayPresence(conversation, "viewing", before);
        told.current = { at: Date.now(), to };
        sayPresence(conversation, "typing", to);
      }
    },
    [conversation, sayPresence],
  );
}

/** A screen reader hears of a new message in the open conversation. */
function useNews(shell: Shell, conversation: string | null) {
  const { t } = useTranslation();
  const { onChange } = shell;
  const announced = useRef(new Set<string>());
  useEffect(
    () =>
      onChange((change) => {
        if (change.type !== "entry" || change.conversation !== conversation || change.entry.direction !== "in") return;
        if (announced.current.has(change.entry.id)) return;
        announced.current.add(change.entry.id);
        announce(t("say.entryIn", { name: change.entry.author.name }));
      }),
    [onChange, conversation, t],
  );
}

/** Whether mail went to and fro in this topic already. */
function useMailed(conversation: string | null, topic: string | null): boolean {
  const client = useQueryClient();
  if (!conversation) return false;
  const data = client.getQueryData<EntryData>(queryKeys.entries(conversation, null));
  const head = client.getQueryData<Conversation>(queryKeys.conversation(conversation));
  return (
    entriesOf(data).some((entry) => entry.topic === topic && entry.channel === "email") ||
    head?.topics.some((one) => one.id === topic && one.channel === "email") === true
  );
}
