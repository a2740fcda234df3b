/** A day of a customer that comes, with what holds a gesture back and what became of it. */
export type Occasion = {
  conversation: string;
  customer: { id: string; name: string };
  kind: "birthday" | "customer-since";
  /** ISO 8601, a day. */
  date: string;
  years: number | null;
  /** Why nothing is sent now; the matter is not named where another department has it. */
  held: { why: "complaint" | "late-promise"; topic: string | null; title: string | null } | null;
  done: { by: string; byName: string; at: string; how: "made" | "left" } | null;
};

/** `live`: where the feed stood before they were read. */
export type Occasions = { items: Occasion[]; today: string; live: string };
