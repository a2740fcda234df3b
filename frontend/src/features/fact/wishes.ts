import type { Fact } from "../../types/fact.ts";

/** How a customer wishes to be reached; what is not known is empty. */
export type Wishes = { channel: string; from: string; until: string; language: string };

const kinds = { channel: "preferred-channel", quiet: "quiet-hours", language: "language" } as const;
/** Hours that are none: what was wished once and is not any more. */
const noHours = "00:00-00:00";

export const isWish = (fact: Fact) => Object.values<string>(kinds).includes(fact.kind);

export function wishesOf(facts: Fact[]): Wishes {
  const value = (kind: string) => facts.find((fact) => fact.kind === kind)?.value ?? "";
  const quiet = value(kinds.quiet);
  const [from = "", until = ""] = quiet === noHours ? [] : quiet.split("-");
  return { channel: value(kinds.channel), from, until, language: value(kinds.language) };
}

/** What is to be written down where they wish otherwise than before: kinds of facts and their values. */
export function wishKinds(before: Wishes, after: Wishes): [kind: string, value: string][] {
  const hours = (wishes: Wishes) => (wishes.from && wishes.until ? `${wishes.from}-${wishes.until}` : noHours);
  const changes: [string, string][] = [];
  if (after.channel && after.channel !== before.channel) changes.push([kinds.channel, after.channel]);
  if (hours(after) !== hours(before)) changes.push([kinds.quiet, hours(after)]);
  if (after.language && after.language !== before.language) changes.push([kinds.language, after.language]);
  return changes;
}
