import type { PromiseRecord } from "../../types/promise.ts";

const most = 4;
const mostOffered = 6;

/** What is offered: the house's own sentences, then what its author promises most that is not among them. */
export function offeredActions(ours: readonly string[], own: readonly string[]): string[] {
  return [...new Set([...ours, ...own])].slice(0, mostOffered);
}

/** What somebody promises to do, from what they promised lately: the most frequent first, then the newest. */
export function usualActions(lately: readonly Pick<PromiseRecord, "action" | "madeAt">[]): string[] {
  const uses = new Map<string, { times: number; last: string }>();
  for (const { action, madeAt } of lately) {
    const words = action.trim();
    const { times = 0, last = "" } = uses.get(words) ?? {};
    if (words !== "") uses.set(words, { times: times + 1, last: last > madeAt ? last : madeAt });
  }
  return [...uses]
    .toSorted(([, left], [, right]) => right.times - left.times || right.last.localeCompare(left.last))
    .slice(0, most)
    .map(([words]) => words);
}
