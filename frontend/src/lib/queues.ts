import type { Colleague, Language, QueueRef, Queues, QueueView, ViewName } from "../types/api.ts";

/** A queue's name in the person's language, if it has one there. */
export function queueName(queue: QueueRef, language: Language): string {
  return queue.names[language] ?? queue.name;
}

export function viewOfQueue(queue: string): QueueView {
  return `queue:${queue}`;
}

/** The queue a view is of, if it is one's. */
export function queueOfView(view: ViewName): string | null {
  return view.startsWith("queue:") ? view.slice("queue:".length) : null;
}

/** Whether somebody may be given what is in a queue. Who says nothing of queues is an older server's. */
export function worksIn(person: Colleague, queue: string): boolean {
  if (person.roles.includes("administrator") || !person.queues || person.queues.every) return true;
  return person.queues.only?.[queue] !== undefined;
}

/** The calendar somebody comes and goes by: that of the first queue they work in. */
export function calendarOf(person: Colleague | undefined, queues: Queues | undefined): string {
  const first = person && queues?.items.find((queue) => queue.active && worksIn(person, queue.id));
  return first?.calendar ?? "default";
}

/** Every queue that has a name here: to name what is in it, and to send topics to. */
export function allQueues(queues: Queues | undefined): QueueRef[] {
  return queues ? [...queues.items.filter((queue) => queue.active), ...queues.others] : [];
}
