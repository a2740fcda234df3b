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
  earlier: { value: string; state: Fact["state"]; source: FactSource; by: { id: string; name: string } | null }[];
};

export type FactList = {
  items: Fact[];
  worthAsking: { kind: string; name: FactName } | null;
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
