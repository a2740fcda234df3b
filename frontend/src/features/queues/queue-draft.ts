import type { FeedRule, QueueSettings, WholeQueue } from "../../types/queue.ts";

export const freshQueue: QueueSettings = {
  name: "",
  names: {},
  brand: null,
  languages: [],
  calendar: null,
  targets: { first: null, next: null, warn: null },
  position: 1,
  rules: [],
  active: true,
  automatic: false,
};

export const freshRule: FeedRule = { accounts: [], brands: [], languages: [], words: [] };

/** What an administrator may change of a queue. */
export function settingsOf(queue: WholeQueue): QueueSettings {
  const { id: _, main: __, version: ___, ...settings } = queue;
  return { ...settings, rules: settings.rules ?? [] };
}

/** Whether a rule says nothing, and would take everything. */
export function saysNothing(rule: FeedRule): boolean {
  return [rule.accounts, rule.brands, rule.languages, rule.words].every((list) => list.length === 0);
}

/** Words as they are typed: one after the other, between commas or on lines. */
export function readWords(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ];
}

/** The queues' ids in another order. */
export function moved(queues: readonly WholeQueue[], id: string, by: 1 | -1): string[] {
  const order = queues.map((queue) => queue.id);
  const at = order.indexOf(id);
  const other = at + by;
  const [one, two] = [order[at], order[other]];
  if (one === undefined || two === undefined) return order;
  order[at] = two;
  order[other] = one;
  return order;
}
