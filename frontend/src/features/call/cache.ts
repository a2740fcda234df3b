import type { LiveCalls } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";

/** The calls that concern this person after one change: one that is over, or no longer theirs, leaves. */
export function applyToCalls(data: LiveCalls, change: Change): LiveCalls {
  if (change.type !== "call") return data;
  const others = data.items.filter((one) => one.entry !== change.entry);
  const items = change.call === null ? others : [...others, change.call];
  return { ...data, items: items.sort((left, right) => (left.entry < right.entry ? -1 : 1)) };
}
