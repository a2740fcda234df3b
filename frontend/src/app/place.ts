import { viewOfQueue } from "../lib/queues.ts";
import type { Queues, QueueView, ViewName } from "../types/api.ts";
import { viewNames } from "../types/api.ts";
import { type PromiseShow, type PromisesView, promiseShows } from "../types/promise.ts";

/** What the list shows: topics of a view, or promises. */
export type Place = ViewName | PromisesView;

/** The place an address names; a queue is one as long as it may be one of this person's. */
export function placeOf(name: string | undefined, queues: Queues | undefined): Place | undefined {
  const fixed =
    viewNames.find((view) => view === name) ??
    promiseShows.map((show): PromisesView => `promises:${show}`).find((view) => view === name);
  if (fixed || !name?.startsWith("queue:")) return fixed;
  const view = name as QueueView;
  return !queues || queues.items.some((queue) => viewOfQueue(queue.id) === view) ? view : undefined;
}

/** The promises a place shows; none if it is a view of topics. */
export function showOf(place: Place): PromiseShow | null {
  return promiseShows.find((show) => place === `promises:${show}`) ?? null;
}

/** The view of topics a place is; none if it shows promises. */
export function viewOf(place: Place): ViewName | null {
  return showOf(place) === null ? (place as ViewName) : null;
}
