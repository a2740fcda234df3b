/** Who is who: what joins customers, and what that comes to. The server's words. */

import type { Customer } from "./api.ts";

export type EvidenceKind = "proven-address" | "same-number" | "typed-address" | "same-order" | "name-and-postcode";

/** `source`: the kind of address on which the other one has it. */
export type Evidence = { kind: EvidenceKind; value: string; source: string };

export type Suggestion = {
  id: string;
  customer: { id: string; name: string; conversation: string };
  evidence: Evidence[];
  strength: "strong" | "likely" | "possible";
};

export type CustomerField = "name" | "language" | "zone";

/** `customer`, `with`: what each has; `chosen`: the id of whose value would be kept. */
export type FieldConflict = { field: CustomerField; customer: string; with: string; chosen: string };

export type MergePreview = {
  customer: Customer;
  with: Customer;
  topics: { customer: number; with: number };
  conflicts: FieldConflict[];
};

export type MergeWish = { with: string; choices?: Partial<Record<CustomerField, string>>; preview?: boolean };
export type Merged = { id: string | null; customer: Customer | null; preview: MergePreview | null };

export type DeedKind = "merge" | "detach";

/** Something that was done about who is who. */
export type Deed = {
  id: string;
  kind: DeedKind;
  from: { id: string; name: string };
  to: { id: string; name: string };
  by: string;
  at: string;
  undone: { by: string; at: string } | null;
};

export type UndoSide = { customer: string; name: string; addresses: string[]; topics: number; entries: number };

/** `twins`: topics that hold entries of both, and would be two. */
export type UndoPreview = {
  exact: boolean;
  since: number;
  goes: UndoSide;
  stays: UndoSide;
  twins: { topic: string; title: string; stays: number; goes: number }[];
};

export type DeedLook = { deed: Deed; undo: UndoPreview | null };

/** What is absent stays; an empty language or zone is cleared. */
export type CustomerEdit = { name?: string; language?: string; zone?: string };
