import { linkParts } from "../../lib/links.ts";
import type { Fact, FactName } from "../../types/fact.ts";

/** A fact as one entry says it, and what became of it since. */
export type Said = {
  kind: string;
  name: FactName;
  value: string;
  /** What holds now instead: the customer said it later, or one of us corrected it. */
  instead: { value: string; how: "said" | "corrected" } | null;
  confirmed: boolean;
  /** Who of us confirmed or corrected it. */
  by: string | null;
};

/** What an entry says. */
export function saidIn(facts: Fact[], entry: string): Said[] {
  const said: Said[] = [];
  for (const fact of facts) {
    const { kind, name } = fact;
    const by = fact.by?.name ?? null;
    if (fact.entries.includes(entry))
      said.push({ kind, name, value: fact.value, instead: null, confirmed: fact.state === "confirmed", by });
    const how = fact.state === "corrected" ? "corrected" : "said";
    for (const { value, entries } of fact.earlier)
      if (entries.includes(entry))
        said.push({ kind, name, value, instead: { value: fact.value, how }, confirmed: false, by });
  }
  return said;
}

/** A stretch of a message: plain words, or words that said something. */
export type Segment = { text: string; said: Said | null };

type Place = { from: number; to: number };

/** Cuts a message where it says what is known; what stands in a link stays whole unless it is the link. */
export function markUp(text: string, all: Said[]): Segment[] {
  const taken: Place[] = [];
  const links = linksOf(text);
  const marks = all.flatMap((said) => {
    const place = placesOf(text, said.value).find(
      (one) =>
        !taken.some((other) => overlap(one, other)) &&
        !links.some((link) => overlap(one, link) && (link.from !== one.from || link.to !== one.to)),
    );
    if (!place) return [];
    taken.push(place);
    return [{ ...place, said }];
  });
  const segments: Segment[] = [];
  let end = 0;
  for (const { from, to, said } of marks.sort((left, right) => left.from - right.from)) {
    segments.push({ text: text.slice(end, from), said: null }, { text: text.slice(from, to), said });
    end = to;
  }
  segments.push({ text: text.slice(end), said: null });
  return segments.filter((segment) => segment.text !== "");
}

function overlap(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to;
}

function linksOf(text: string): Place[] {
  let at = 0;
  return linkParts(text).flatMap((part) => {
    const from = at;
    at += part.text.length;
    return part.href === null ? [] : [{ from, to: at }];
  });
}

const between = "[\\s./()–-]{0,3}";
const meaningless = /[\s./()–-]/;
const literally = (sign: string) => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\u{${sign.codePointAt(0)?.toString(16)}}`);

/**
 * Where a value stands in a text. It is remembered in one form, and written in many: "1094ha", "06 1234 5678". Between its
 * signs there may be what means nothing; of a phone number its last eight digits count.
 */
function placesOf(text: string, value: string): Place[] {
  const phone = /^\+\d{8,15}$/.test(value);
  const signs = phone ? [...value.slice(-8)] : [...value].filter((sign) => !meaningless.test(sign));
  if (signs.length === 0) return [];
  const before = phone ? "(?<![\\p{L}\\p{N}+])(?:\\+|\\(|\\d[\\s./()–-]{0,3}){0,12}" : "(?<![\\p{L}\\p{N}])";
  const pattern = new RegExp(`${before}${signs.map(literally).join(between)}(?![\\p{L}\\p{N}])`, "giu");
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}
