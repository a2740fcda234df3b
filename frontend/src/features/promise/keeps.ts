import { createStore } from "../../lib/store.ts";
import type { Entry } from "../../types/api.ts";
import type { PromiseRecord } from "../../types/promise.ts";
import { isOpen } from "./state-text.ts";

/** Answers of which somebody said that they do not keep their promise yet, as `promise answer`. */
export const notYet = createStore<ReadonlySet<string>>(new Set());

const pair = (promise: PromiseRecord, answer: Entry) => `${promise.id} ${answer.id}`;

export function sayNotYet(promise: PromiseRecord, answer: Entry): void {
  notYet.update((all) => new Set([...all, pair(promise, answer)]));
}

/** The promise an answer may keep: open, of its topic, on its channel, told before it. Only a person says that it does. */
export function mayKeep(
  promises: PromiseRecord[],
  answer: Entry | null,
  refused: ReadonlySet<string>,
): PromiseRecord | null {
  if (!answer) return null;
  return (
    promises
      .filter((one) => isOpen(one) && one.topic === answer.topic && one.channel === answer.channel)
      .filter((one) => one.entry < answer.id && !refused.has(pair(one, answer)))
      .toSorted((left, right) => left.dueAt.localeCompare(right.dueAt))[0] ?? null
  );
}
