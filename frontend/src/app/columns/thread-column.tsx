import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from "react";
import { ErrorBoundary } from "../../components/ui/error-boundary.tsx";
import { Composer } from "../../features/composer/components/composer.tsx";
import { useUndoable } from "../../features/composer/use-undoable.ts";
import { entriesQuery } from "../../features/conversation/api/get-entries.ts";
import { reopenTopic } from "../../features/conversation/api/reopen-topic.ts";
import { type EntryData, entriesOf, lastAnswer, lastCall } from "../../features/conversation/cache.ts";
import { ConversationPane } from "../../features/conversation/components/conversation-pane.tsx";
import type { Gift } from "../../features/customer/dialogs.ts";
import { KnownNotice } from "../../features/fact/components/known-notice.tsx";
import { MarkedText } from "../../features/fact/components/marked-text.tsx";
import { PersonaHint } from "../../features/fact/components/persona-hint.tsx";
import { HandoverBelow } from "../../features/handover/components/handover-below.tsx";
import { HandoverHint } from "../../features/handover/components/handover-hint.tsx";
import { visitsQuery } from "../../features/journey/api/get-visits.ts";
import { VisitLine } from "../../features/journey/components/visit-line.tsx";
import { beginAgain } from "../../features/promise/begun-promise.ts";
import { KeepsHint } from "../../features/promise/components/keeps-hint.tsx";
import { PromiseBelow } from "../../features/promise/components/promise-section.tsx";
import { PromisesAhead } from "../../features/promise/components/promises-ahead.tsx";
import { useProblemText } from "../../lib/problem-text.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { allQueues } from "../../lib/queues.ts";
import { showToast } from "../../lib/toast.ts";
import type { Conversation, ConversationTopic, Department } from "../../types/api.ts";
import type { Shell } from "../frame.tsx";
import type { OwnChanges } from "../realtime/use-own-changes.ts";
import { useTyping } from "../realtime/use-presence.ts";
import type { Leading } from "../use-leading.ts";
import type { Seen } from "../use-seen.ts";
import type { Wishes } from "../use-wishes.ts";
import type { Dialogs } from "../workspace-dialogs.tsx";
import type { Whereabouts } from "./list-column.tsx";

const HandoverElsewhere = lazy(() =>
  import("../../features/handover/components/handover-elsewhere.tsx").then((module) => ({
    default: module.HandoverElsewhere,
  })),
);

type ThreadColumnProps = {
  shell: Shell;
  conversation: string;
  head: Conversation | undefined;
  /** The topic the address names. */
  wanted: string | null;
  /** The topic that is shown. */
  topic: ConversationTopic | undefined;
  departments: Department[];
  dialogs: Dialogs;
  changes: OwnChanges;
  facts: Leading;
  wishes: Wishes;
  seen: Seen;
  before: ReactNode;
  after: ReactNode;
  onOpen: (item: Whereabouts) => void;
  /** The topic went where this person does not see it. */
  onGone: (topic: string) => void;
  /** Leads to what is known, by its kind. */
  onFact: (kind: string) => void;
};

/** The middle column: the conversation, and the answer that is being written. */
export function ThreadColumn(props: ThreadColumnProps) {
  const { shell, conversation, head, topic, departments, dialogs, changes, facts, wishes } = props;
  const queues = useMemo(() => allQueues(shell.queues), [shell.queues]);
  const customer = head?.customer.id;
  const visits = useQuery({ ...visitsQuery(conversation, customer ?? ""), enabled: customer !== undefined }).data
    ?.items;
  const { customer: askCustomer } = dialogs;
  const give = useCallback((gift: Gift) => askCustomer({ kind: "give", gift }), [askCustomer]);
  return (
    <ConversationPane
      conversation={conversation}
      topic={props.wanted}
      me={shell.me}
      people={shell.people}
      queues={queues}
      before={props.before}
      after={props.after}
      composer={topic && head ? <Answer {...props} head={head} topic={topic} wish={wishes.wish} /> : null}
      onItem={changes.onItem}
      onGone={props.onGone}
      onEntry={changes.onEntry}
      onSeen={props.seen.onSeen}
      onRead={changes.onRead}
      onAgain={(outgoing) => wishes.ask({ kind: "again", outgoing })}
      onEdit={(outgoing) => wishes.ask({ kind: "edit", outgoing })}
      onOther={(entry) => wishes.ask({ kind: "other", entry })}
      onUndoDeed={(deed) => askCustomer({ kind: "undo", deed })}
      onGive={give}
      promise={(id, entry) => (
        <PromiseBelow conversation={conversation} promise={id} entry={entry} departments={departments} />
      )}
      ahead={<PromisesAhead conversation={conversation} />}
      handover={(id) => <HandoverBelow conversation={conversation} handover={id} />}
      words={(entry) =>
        customer ? (
          <MarkedText conversation={conversation} customer={customer} entry={entry} onFact={props.onFact} />
        ) : null
      }
      aim={facts.aim && "entry" in facts.aim ? facts.aim : null}
      {...(visits ? { visits } : {})}
      visit={(visit) => (customer ? <VisitLine visit={visit} customer={customer} /> : null)}
    />
  );
}

type AnswerProps = ThreadColumnProps & {
  head: Conversation;
  topic: ConversationTopic;
  wish: Wishes["wish"];
};

function Answer({ shell, conversation, head, topic, dialogs, changes, seen, wish, onOpen }: AnswerProps) {
  const typing = useTyping(shell, conversation);
  const mailed = useMailed(conversation, topic.id);
  const pages = useInfiniteQuery(entriesQuery(conversation, null)).data;
  const client = useQueryClient();
  const entries = useMemo(() => entriesOf(pages), [pages]);
  const answer = useMemo(() => lastAnswer(entries, topic.id), [entries, topic.id]);
  const call = useMemo(() => lastCall(entries), [entries]);
  useUndoable(conversation, entries, shell.me.id, head.customer.name);
  const say = useProblemText();
  const { onItem, onEntry } = changes;
  const reopen = useCallback(
    (one: string) => void reopenTopic(one).then(onItem, (error) => showToast(say(error))),
    [onItem, say],
  );
  return (
    <ErrorBoundary>
      <Composer
        conversation={conversation}
        topic={topic.id}
        topicTitle={topic.title}
        customerName={head.customer.name}
        language={head.customer.language}
        mailed={mailed}
        me={shell.me}
        seen={seen.entry}
        shown={seen.shown}
        below={({ text, field, onText }) => (
          <KnownNotice
            conversation={conversation}
            text={text}
            field={field}
            onUse={onText}
            onPromise={({ words, dueAt }) => dialogs.promise({ action: words, dueAt, draft: text })}
          />
        )}
        onPromise={() => dialogs.promise()}
        hint={
          <>
            <KeepsHint conversation={conversation} answer={answer} call={call} />
            <HandoverHint conversation={conversation} topic={topic.id} onHandover={dialogs.handOver} />
          </>
        }
        about={<PersonaHint conversation={conversation} customer={head.customer.id} />}
        elsewhere={(channels) => (
          <Suspense fallback={null}>
            <HandoverElsewhere
              conversation={conversation}
              topic={topic.id}
              channels={channels}
              onHandover={dialogs.handOver}
            />
          </Suspense>
        )}
        wish={wish}
        onEntry={onEntry}
        onTyping={typing}
        onReopen={reopen}
        onUnpromised={(from, at, entry) => {
          const again = beginAgain(client, at, entry);
          if (from !== conversation) onOpen({ conversation: from, topic: { id: at } });
          else if (again && at === topic.id) dialogs.promise();
        }}
        onBack={(to, back) => onOpen({ conversation: to, topic: { id: back } })}
      />
    </ErrorBoundary>
  );
}

/** Whether mail went to and fro in this topic already. */
function useMailed(conversation: string, topic: string): boolean {
  const client = useQueryClient();
  const data = client.getQueryData<EntryData>(queryKeys.entries(conversation, null));
  const head = client.getQueryData<Conversation>(queryKeys.conversation(conversation));
  return (
    entriesOf(data).some((entry) => entry.topic === topic && entry.channel === "email") ||
    head?.topics.some((one) => one.id === topic && one.channel === "email") === true
  );
}
