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

/** Since when a promise is what it is now. */
const standsSince = ({ moments, madeAt }: PromiseRecord) => Date.parse(moments.at(-1)?.at ?? madeAt);

/**
 * The promise an answer may keep: open, of its topic, on its channel, told before it. A call is about whatever they spoke of: it may keep
 * what was promised by phone in any topic. Only a person says that it does.
 */
export function mayKeep(
  promises: PromiseRecord[],
  answer: Entry | null,
  refused: ReadonlySet<string>,
): PromiseRecord | null {
  if (!answer) return null;
  return (
    promises
      .filter((one) => isOpen(one) && one.channel === answer.channel)
      .filter((one) => one.topic === answer.topic || answer.type === "call")
      // What was told of it meanwhile, such as that it will be missed, makes no difference.
      .filter((one) => standsSince(one) < Date.parse(answer.at) && !refused.has(pair(one, answer)))
      .toSorted((left, right) => left.dueAt.localeCompare(right.dueAt))[0] ?? null
  );
}
