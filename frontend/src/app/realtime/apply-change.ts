import type { QueryClient } from "@tanstack/react-query";
import { applyToBoard } from "../../features/board/cache.ts";
import { applyToCalls } from "../../features/call/cache.ts";
import { applyToConversation, applyToEntries, type EntryData } from "../../features/conversation/cache.ts";
import { applyToCounts, applyToList, type ListData } from "../../features/inbox/cache.ts";
import { refreshOccasions, refreshOccasionsOf } from "../../features/occasion/cache.ts";
import { applyToPeople } from "../../features/people/cache.ts";
import { refreshPromises } from "../../features/promise/cache.ts";
import { presence } from "../../lib/presence.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { viewOfQueue } from "../../lib/queues.ts";
import type {
  Conversation,
  InboxItem,
  LiveCalls,
  LiveCounts,
  People,
  Queues,
  QueueView,
  ViewName,
} from "../../types/api.ts";
import type { BoardPage } from "../../types/board.ts";
import type { Change } from "../../types/push.ts";

/** Brings one change into every cached piece it concerns. Each feature's `cache.ts` decides what that means. */
export function applyChange(client: QueryClient, change: Change): void {
  switch (change.type) {
    case "topic":
      client.setQueryData(queryKeys.item(change.item.topic.id), change.item);
      toLists(client, change);
      toTopicConversation(client, change.item);
      toConversation(client, change.item.conversation, change);
      refreshOccasionsOf(client, change.item.conversation);
      void client.invalidateQueries({ queryKey: queryKeys.topicRequests(change.item.topic.id) });
      return;
    case "removed":
      toLists(client, change);
      for (const [key, data] of client.getQueriesData<Conversation>({ queryKey: ["conversation"] })) {
        // What was said in it is another department's now, and is fetched as this person may still read it.
        if (data?.topics.some((topic) => topic.id === change.topic)) refreshEntries(client, data.id);
        toConversation(client, String(key[1]), change);
      }
      return;
    case "entry":
      for (const [key] of client.getQueriesData<EntryData>({ queryKey: queryKeys.allEntries(change.conversation) }))
        client.setQueryData<EntryData>(
          key,
          (data) => data && applyToEntries(data, change, change.conversation, (key[2] as string | null) ?? null),
        );
      toConversation(client, change.conversation, change);
      // A message in may open a channel's window.
      if (change.entry.direction === "in") {
        refreshOptions(client, change.conversation);
        refreshIdentity(client, change.conversation);
      }
      if (change.entry.event?.kind.startsWith("request-"))
        void client.invalidateQueries({ queryKey: queryKeys.topicRequests(change.entry.topic) });
      if (change.entry.event?.handover)
        void client.invalidateQueries({ queryKey: queryKeys.handovers(change.conversation) });
      return;
    case "conversation":
      toConversation(client, change.conversation, change);
      refreshKnown(client, change.conversation);
      return;
    case "known":
      refreshKnown(client, change.conversation);
      void client.invalidateQueries({ queryKey: queryKeys.occasionsOf(change.conversation) });
      return;
    case "counts":
      client.setQueryData<LiveCounts>(queryKeys.counts, (data) => data && applyToCounts(data, change));
      refreshQueues(client, change.views);
      return;
    case "board":
      client.setQueryData<BoardPage>(queryKeys.board, (data) => data && applyToBoard(data, change));
      return;
    case "promise":
      void client.invalidateQueries({ queryKey: queryKeys.promises(change.conversation) });
      void client.invalidateQueries({ queryKey: queryKeys.promiseRequests(change.promise) });
      return;
    case "promises":
      refreshPromises(client);
      return;
    case "occasions":
      refreshOccasions(client);
      return;
    case "person":
      client.setQueryData<People>(queryKeys.people, (data) => data && applyToPeople(data, change));
      return;
    case "call":
      client.setQueryData<LiveCalls>(queryKeys.calls, (data) => data && applyToCalls(data, change));
      return;
    case "homes":
      // What was read belongs to another set of homes: nothing of it can be mended, all of it is asked for again.
      for (const id of new Set([change.conversation, change.at])) {
        void client.invalidateQueries({ queryKey: queryKeys.conversation(id) });
        void client.invalidateQueries({ queryKey: queryKeys.allEntries(id) });
        refreshKnown(client, id);
      }
      return;
    case "presence":
      presence.update((all) => ({ ...all, [change.conversation]: change.people }));
      return;
  }
}

/** A topic was read by this person here; the server tells nobody of that. */
export function applyRead(client: QueryClient, conversation: string, topic: string): void {
  const read = <T extends InboxItem | undefined>(item: T): T => item && { ...item, unread: false };
  client.setQueryData<InboxItem>(queryKeys.item(topic), read);
  for (const view of listedViews(client))
    client.setQueryData<ListData>(
      queryKeys.list(view),
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.topic.id === topic && item.unread ? read(item) : item)),
          })),
        },
    );
  client.setQueryData<Conversation>(
    queryKeys.conversation(conversation),
    (data) =>
      data && {
        ...data,
        topics: data.topics.map((one) => (one.id === topic && one.unread ? { ...one, unread: false } : one)),
      },
  );
}

/** The views whose lists are loaded. */
function listedViews(client: QueryClient): ViewName[] {
  return client.getQueriesData({ queryKey: queryKeys.lists }).map(([key]) => key[2] as ViewName);
}

function toLists(client: QueryClient, change: Change): void {
  for (const view of listedViews(client))
    client.setQueryData<ListData>(queryKeys.list(view), (data) => data && applyToList(data, change, view));
}

function toConversation(client: QueryClient, conversation: string, change: Change): void {
  client.setQueryData<Conversation>(
    queryKeys.conversation(conversation),
    (data) => data && applyToConversation(data, change),
  );
}

/** A topic this person did not see before brings what was said in it. */
function toTopicConversation(client: QueryClient, item: InboxItem): void {
  const head = client.getQueryData<Conversation>(queryKeys.conversation(item.conversation));
  if (head && !head.topics.some((topic) => topic.id === item.topic.id)) refreshEntries(client, item.conversation);
}

function refreshEntries(client: QueryClient, conversation: string): void {
  void client.invalidateQueries({ queryKey: queryKeys.allEntries(conversation) });
}

/** What they told us and did, how they can be reached, and who they may be. */
function refreshKnown(client: QueryClient, conversation: string): void {
  refreshOptions(client, conversation);
  void client.invalidateQueries({ queryKey: queryKeys.facts(conversation) });
  void client.invalidateQueries({ queryKey: queryKeys.visits(conversation) });
  refreshIdentity(client, conversation);
}

/** Counts of a queue nobody here has heard of: somebody added one. */
function refreshQueues(client: QueryClient, views: object): void {
  const known = client.getQueryData<Queues>(queryKeys.queues)?.items.map((queue) => viewOfQueue(queue.id));
  if (known && Object.keys(views).some((view) => view.startsWith("queue:") && !known.includes(view as QueueView)))
    void client.invalidateQueries({ queryKey: queryKeys.queues });
}

function refreshOptions(client: QueryClient, conversation: string): void {
  void client.invalidateQueries({ queryKey: queryKeys.allReplyOptions(conversation) });
  void client.invalidateQueries({ queryKey: queryKeys.allHandoverWays(conversation) });
}

/** Who may be the same person, and who was joined: what is said or typed may tell. */
function refreshIdentity(client: QueryClient, conversation: string): void {
  void client.invalidateQueries({ queryKey: queryKeys.identity(conversation) });
}
