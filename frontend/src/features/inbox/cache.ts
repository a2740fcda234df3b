import type { InfiniteData } from "@tanstack/react-query";
import { viewOfQueue } from "../../lib/queues.ts";
import type { InboxItem, InboxPage, LiveCounts, ViewName } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";

/** A page as it was fetched: `end` is its last topic then, the place up to which the list is loaded. */
export type LoadedPage = InboxPage & { end: InboxItem | null };
export type ListData = InfiniteData<LoadedPage, unknown>;

export function loaded(page: InboxPage): LoadedPage {
  return { ...page, end: page.items.at(-1) ?? null };
}

/** The server's order inside a view: its sort key, except that resolved topics stand newest first. */
export function compareItems(view: ViewName): (left: InboxItem, right: InboxItem) => number {
  const by = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
  if (view === "resolved") return (left, right) => by(right.at, left.at) || by(left.topic.id, right.topic.id);
  return (left, right) => by(left.order, right.order) || by(left.topic.id, right.topic.id);
}

/** The views a topic is in, for one person; used for our own commands, whose answers do not say. */
export function viewsOf(item: InboxItem, me: string): ViewName[] {
  if (item.topic.status !== "open") return [item.topic.status];
  const views: ViewName[] = ["all"];
  if (item.topic.queue) views.push(viewOfQueue(item.topic.queue));
  if (item.topic.assignee === me) views.push("mine");
  if (item.topic.assignee === null) views.push("unassigned");
  return views;
}

function without(data: ListData, topic: string): ListData {
  if (!data.pages.some((page) => page.items.some((item) => item.topic.id === topic))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.topic.id !== topic) })),
  };
}

function withItem(data: ListData, item: InboxItem, view: ViewName): ListData {
  const compare = compareItems(view);
  const pages = data.pages.map((page) => ({ ...page, items: [...page.items] }));
  for (const page of pages) {
    const at = page.items.findIndex((other) => compare(item, other) < 0);
    if (at >= 0) {
      page.items.splice(at, 0, item);
      return { ...data, pages };
    }
  }
  const last = pages.at(-1);
  // Behind the place up to which the list is loaded it comes with a further page, if there is one.
  if (!last || (last.next !== null && (last.end === null || compare(item, last.end) > 0))) return data;
  last.items.push(item);
  return { ...data, pages };
}

/** A list after one change: the topic stands where the server would have put it, or nowhere. */
export function applyToList(data: ListData, change: Change, view: ViewName): ListData {
  if (change.type === "removed") return without(data, change.topic);
  if (change.type !== "topic") return data;
  const rest = without(data, change.item.topic.id);
  return change.views.includes(view) ? withItem(rest, change.item, view) : rest;
}

export function applyToCounts(data: LiveCounts, change: Change): LiveCounts {
  return change.type === "counts"
    ? { ...data, views: change.views, waiting: change.waiting, longest: change.longest ?? {} }
    : data;
}

export function itemsOf(data: ListData | undefined): InboxItem[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
