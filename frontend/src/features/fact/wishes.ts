import type { Fact } from "../../types/fact.ts";

/** How a customer wishes to be reached; what is not known is empty. */
export type Wishes = { channel: string; from: string; until: string; language: string };
/** Who they are beside: what is not known is empty. */
export type About = { birthday: string; since: string; persona: string };

const kinds = { channel: "preferred-channel", quiet: "quiet-hours", language: "language" } as const;
const aboutKinds = { birthday: "birthday", since: "customer-since", persona: "persona" } as const;
/** Hours that are none: what was wished once and is not any more. */
const noHours = "00:00-00:00";

export const isWish = (fact: Fact) => Object.values<string>(kinds).includes(fact.kind);

export function wishesOf(facts: Fact[]): Wishes {
  const value = (kind: string) => facts.find((fact) => fact.kind === kind)?.value ?? "";
  const quiet = value(kinds.quiet);
  const [from = "", until = ""] = quiet === noHours ? [] : quiet.split("-");
  return { channel: value(kinds.channel), from, until, language: value(kinds.language) };
}

export function aboutOf(facts: Fact[]): About {
  const value = (kind: string) => facts.find((fact) => fact.kind === kind)?.value ?? "";
  return {
    birthday: value(aboutKinds.birthday),
    since: value(aboutKinds.since),
    persona: value(aboutKinds.persona),
  };
}

/** What is new about them; what was emptied is taken away. */
export function aboutChanges(before: About, after: About): [kind: string, value: string][] {
  return (["birthday", "since", "persona"] as const)
    .map((one): [string, string, string] => [aboutKinds[one], before[one], after[one].trim()])
    .filter(([, was, now]) => now !== was)
    .map(([kind, , now]) => [kind, now]);
}

/** What is to be written down where they wish otherwise than before: kinds of facts and their values, empty to take one away. */
export function wishKinds(before: Wishes, after: Wishes): [kind: string, value: string][] {
  const hours = (wishes: Wishes) => (wishes.from && wishes.until ? `${wishes.from}-${wishes.until}` : noHours);
  const changes: [string, string][] = [];
  if (after.channel !== before.channel) changes.push([kinds.channel, after.channel]);
  if (hours(after) !== hours(before)) changes.push([kinds.quiet, hours(after)]);
  if (after.language !== before.language) changes.push([kinds.language, after.language]);
  return changes;
}
