/** A name in both languages. */
export type FactName = { nl: string; en: string };

/** Where a fact comes from: an entry on a channel, or `web` for what they did on a site, `agent` for what one of us set. */
export type FactSource = { entry: string | null; channel: string; at: string };

/** Something a customer told us, as it holds now, with what it superseded. */
export type Fact = {
  kind: string;
  name: FactName;
  value: string;
  state: "said" | "confirmed" | "corrected";
  source: FactSource;
  by: { id: string; name: string } | null;
  /** Each entry that says so. */
  entries: string[];
  earlier: EarlierFact[];
};

export type EarlierFact = Pick<Fact, "value" | "state" | "source" | "by" | "entries">;

export type FactList = {
  items: Fact[];
  /** What to ask next, and how. */
  worthAsking: { kind: string; name: FactName; question: FactName } | null;
};

/** A question of a draft whose answer is known. */
export type KnownAlready = {
  kind: string;
  name: FactName;
  value: string;
  source: FactSource;
  asked: { from: number; to: number };
  instead: string;
};

export type DraftCheck = {
  known: KnownAlready[];
  promise: { at: { from: number; to: number }; words: string; dueAt: string | null } | null;
};

/** A kind of fact: always there, or defined by an administrator. */
export type FactKind = FactKindWish & { kind: string; builtIn: boolean; version: string | null };

export type FactKindWish = {
  name: FactName;
  /** RE2; its first group, or the whole, is the value. Without one, people set it. */
  pattern: string | null;
  questions: { nl: string[]; en: string[] };
};

/** What a pattern finds in a text, and where. */
export type PatternFound = { value: string; from: number; to: number };

/** How many questions asked for a fact, and how many of them for one that was known. */
export type AskedSums = { asked: number; repeated: number };
export const askedBy = ["channel", "queue", "team"] as const;
export type AskedFigure = AskedSums & { dimension: (typeof askedBy)[number]; id: string };
/** A day of UTC. */
export type AskedDay = { day: string; figures: AskedFigure[] };
