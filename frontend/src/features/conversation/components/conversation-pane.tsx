import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { later, laterDialog } from "../../../components/ui/later.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { fullName, shortName } from "../../../lib/format.ts";
import { type Outgoing, outbox } from "../../../lib/outbox.ts";
import { useCustomerTyping } from "../../../lib/presence.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { useStore } from "../../../lib/store.ts";
import { showToast } from "../../../lib/toast.ts";
import type { Colleague, Conversation, Entry, InboxItem, Person, QueueRef } from "../../../types/api.ts";
import type { Visit } from "../../../types/journey.ts";
import { conversationQuery } from "../api/get-conversation.ts";
import { entriesQuery } from "../api/get-entries.ts";
import { readTopic } from "../api/read-topic.ts";
import { retryEntry } from "../api/retry-entry.ts";
import { entriesOf } from "../cache.ts";
import { storyOf } from "../timeline-items.ts";
import { useTopicActions } from "../use-topic-actions.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import type { Aim } from "./timeline.tsx";

/** With it comes what lays out long threads. */
const Timeline = later(() => import("./timeline.tsx").then((file) => file.Timeline), <Bones />);
const MoveDialog = laterDialog(() => import("./move-dialog.tsx").then((file) => file.MoveDialog));

type ConversationPaneProps = {
  conversation: string;
  topic: string | null;
  me: Person;
  people: Colleague[];
  /** Every queue with a name; one alone goes unsaid. */
  queues: QueueRef[];
  before: ReactNode;
  after: ReactNode;
  composer: ReactNode;
  onItem: (item: InboxItem) => void;
  /** The topic went where this person does not see it. */
  onGone: (topic: string) => void;
  onEntry: (conversation: string, entry: Entry) => void;
  onSeen: (entry: Entry) => void;
  /** The server knows that a topic was read to its end. */
  onRead: (conversation: string, topic: string) => void;
  onAgain: (one: Outgoing) => void;
  onEdit: (one: Outgoing) => void;
  onOther: (entry: Entry) => void;
  /** How the promise stands that an entry says. */
  promise?: (id: string, entry: string) => ReactNode;
  onUndoDeed?: (deed: string) => void;
  /** Gives a topic, or a message of it, to another customer. */
  onGive?: (gift: { topic: string; entry?: string; title: string }) => void;
  /** How the handover stands that an entry offers. */
  handover?: (id: string) => ReactNode;
  /** What comes after now. */
  ahead?: ReactNode;
  /** The words of a customer, with what they told us in them. */
  words?: (entry: Entry) => ReactNode;
  /** The entry something leads to. */
  aim?: Aim | null;
  /** What they did on our sites, and how one such visit is told. */
  visits?: readonly Visit[];
  visit?: (visit: Visit) => ReactNode;
};

const noVisits: readonly Visit[] = [];

export function ConversationPane(props: ConversationPaneProps) {
  const { conversation, onSeen, onEntry } = props;
  const { t } = useTranslation();
  const [onlyTopic, setOnlyTopic] = useState(false);
  const head = useQuery(conversationQuery(conversation));
  const topic = topicShown(head.data, props.topic);
  const filter = onlyTopic ? (topic?.id ?? null) : null;
  const pages = useInfiniteQuery(entriesQuery(conversation, filter));
  const entries = useMemo(() => entriesOf(pages.data), [pages.data]);
  const actions = useTopicActions(topic?.id ?? null, props.onItem);
  const typing = useCustomerTyping(conversation);
  const [moving, setMoving] = useState<Entry | null>(null);
  const outgoing = useOutgoing(conversation, entries);
  const retry = useRetry(conversation, onEntry);
  const titleOf = useCallback(
    (id: string) => head.data?.topics.find((one) => one.id === id)?.title ?? "",
    [head.data?.topics],
  );
  const give = props.onGive;
  const giveEntry = useCallback(
    (entry: Entry) => give?.({ topic: entry.topic, entry: entry.id, title: entry.subject || entry.text }),
    [give],
  );
  const seen = useReading(head.data, entries, onSeen, props.onRead);

  if (head.isError || pages.isError) {
    const again = () => void Promise.all([head.refetch(), pages.refetch()]);
    return (
      <main className="conv" id="conversation" tabIndex={-1}>
        {props.before ? <div className="conv-back">{props.before}</div> : null}
        <Trouble what={t("conversation.failed")} error={head.error ?? pages.error} onRetry={again} />
      </main>
    );
  }
  if (!head.data || !topic) return <Waiting before={props.before} />;
  const { customer, topics } = head.data;
  const title = (id: string) => {
    const found = topics.find((one) => one.id === id);
    return (
      <>
        <b>{found?.title ?? t("conversation.topicRule")}</b>
        {found?.status === "resolved" ? <span>{t("conversation.resolved").toLowerCase()}</span> : null}
      </>
    );
  };
  return (
    <main
      className="conv"
      id="conversation"
      tabIndex={-1}
      aria-label={t("conversation.label", { name: fullName(customer.name) })}
    >
      <ConversationHeader
        conversation={conversation}
        topic={topic}
        customerName={customer.name}
        story={storyOf(entries)}
        me={props.me}
        people={props.people}
        queues={props.queues}
        onItem={props.onItem}
        onGone={props.onGone}
        onGive={give ? () => give({ topic: topic.id, title: topic.title }) : undefined}
        actions={actions}
        onlyTopic={onlyTopic}
        onOnlyTopic={setOnlyTopic}
        before={props.before}
        after={props.after}
      />
      {pages.isSuccess ? (
        <Timeline
          key={`${conversation} ${filter ?? ""}`}
          entries={entries}
          outgoing={outgoing}
          unread={topics.some((one) => one.unread)}
          topicTitle={title}
          titleOf={titleOf}
          manyTopics={topics.length > 1 && filter === null}
          customerLanguage={customer.language}
          queues={props.queues}
          more={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
          onSeen={seen}
          ahead={props.ahead}
          aim={props.aim ?? null}
          // A visit belongs to no topic.
          visits={filter === null && props.visits ? props.visits : noVisits}
          {...(props.visit ? { visit: props.visit } : {})}
          typing={typing ? shortName(customer.name) : null}
          actions={{
            conversation,
            onMove: setMoving,
            onEntry: (entry) => onEntry(conversation, entry),
            onRetry: (entry) => retry.mutate(entry),
            onOther: props.onOther,
            ...(props.promise ? { promise: props.promise } : {}),
            ...(give ? { onGive: giveEntry } : {}),
            ...(props.onUndoDeed ? { onUndoDeed: props.onUndoDeed } : {}),
            ...(props.handover ? { handover: props.handover } : {}),
            ...(props.words ? { words: props.words } : {}),
            onAgain: props.onAgain,
            onEdit: props.onEdit,
          }}
        />
      ) : (
        <Bones />
      )}
      {props.composer}
      {moving ? (
        <MoveDialog
          conversation={conversation}
          entry={moving}
          topics={topics}
          onClose={() => setMoving(null)}
          onMoved={(entry, to) => onEntry(conversation, { ...entry, topic: to })}
        />
      ) : null}
    </main>
  );
}

/** The topic the page is about: the one asked for, else the newest open one, else the newest. */
export function topicShown(head: Conversation | undefined, wanted: string | null) {
  const topics = head?.topics ?? [];
  return (
    topics.find((topic) => topic.id === wanted) ??
    topics.toSorted((left, right) => Number(left.status === "resolved") - Number(right.status === "resolved"))[0]
  );
}

/** What is on its way and not yet on the server's page. */
function useOutgoing(conversation: string, entries: Entry[]): Outgoing[] {
  const all = useStore(outbox);
  return useMemo(() => {
    const stored = new Set(entries.map((entry) => entry.clientId));
    return all.filter((one) => one.conversation === conversation && !stored.has(one.clientId));
  }, [all, conversation, entries]);
}

function useRetry(conversation: string, onEntry: (conversation: string, entry: Entry) => void) {
  const say = useProblemText();
  return useMutation({
    mutationFn: (entry: Entry) => retryEntry(conversation, entry.id),
    onSuccess: (entry) => onEntry(conversation, entry),
    onError: (error) => showToast(say(error)),
  });
}

/** Tells the server what was read, once per topic and entry. */
function useReading(
  head: Conversation | undefined,
  entries: Entry[],
  onSeen: (entry: Entry) => void,
  onRead: (conversation: string, topic: string) => void,
) {
  const told = useRef(new Map<string, string>());
  const latest = useRef(entries);
  latest.current = entries;
  return useCallback(
    (newest: Entry) => {
      onSeen(newest);
      for (const topic of head?.topics ?? []) {
        if (!topic.unread) continue;
        const last = lastOf(entries, topic.id);
        if (!head || !last || told.current.get(topic.id) === last) continue;
        told.current.set(topic.id, last);
        readTopic(topic.id, last)
          // What came meanwhile is unread still, and is told next.
          .then(() => lastOf(latest.current, topic.id) === last && onRead(head.id, topic.id))
          .catch(() => told.current.delete(topic.id));
      }
    },
    [head, entries, onSeen, onRead],
  );
}

function lastOf(entries: Entry[], topic: string): string | undefined {
  return entries.findLast((entry) => entry.topic === topic)?.id;
}

function Waiting({ before }: { before: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className="conv" id="conversation" tabIndex={-1} aria-busy="true" aria-label={t("app.loading")}>
      <header>
        <div className="ttl">
          {before}
          <span className="bone wide" />
        </div>
        <div className="story">
          <span className="bone" />
        </div>
      </header>
      <Bones />
    </main>
  );
}

function Bones() {
  return (
    <div className="page bones" aria-hidden="true">
      {["a", "b", "c", "d"].map((one) => (
        <div key={one} className="e">
          <span className="bone" />
          <span />
          <span className="bone" />
          <span className="bone wide" />
        </div>
      ))}
    </div>
  );
}
