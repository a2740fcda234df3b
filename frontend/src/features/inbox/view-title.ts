import type { TFunction } from "i18next";
import { queueName, queueOfView } from "../../lib/queues.ts";
import type { FixedView, Language, Queues, ViewName } from "../../types/api.ts";

/** What a view is called: its word, or its queue's name. */
export function viewTitle(view: ViewName, queues: Queues | undefined, t: TFunction, language: Language): string {
  const id = queueOfView(view);
  if (id === null) return t(`view.${view as FixedView}`);
  const queue = queues?.items.find((one) => one.id === id);
  return queue ? queueName(queue, language) : t("view.queue");
}

/** What is said of a view: its own words, or those of any queue. */
export function viewKind(view: ViewName): FixedView | "queue" {
  return queueOfView(view) === null ? (view as FixedView) : "queue";
}
