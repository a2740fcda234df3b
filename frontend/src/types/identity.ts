/** Who is who: what joins customers, and what that comes to. The records are those of the API's description. */

import type { components } from "./generated.ts";

type Api = components["schemas"];

export type Suggestion = Api["Suggestion"];
export type Evidence = Api["SuggestionEvidence"];

export type CustomerField = "name" | "language" | "zone";
/** `customer`, `with`: what each has; `chosen`: the id of whose value would be kept. */
export type FieldConflict = Api["Conflict"] & { field: CustomerField };
export type MergePreview = Omit<Api["MergePreview"], "conflicts"> & { conflicts: FieldConflict[] };
export type MergeWish = { with: string; choices?: Partial<Record<CustomerField, string>>; preview?: boolean };
export type Merged = Omit<Api["Merged"], "preview"> & { preview: MergePreview | null };

/** Something that was done about who is who. */
export type Deed = Api["DeedView"];
export type UndoPreview = Api["UndoPreview"];
export type UndoSide = UndoPreview["goes"];
/** `because`: why it cannot be undone as things are. */
export type DeedLook = { deed: Deed; undo: UndoPreview | null; because: string | null };

/** What went to another customer (`away`) or came from one. */
export type MoveLine = Api["MoveLine"];

/** What is given to another customer, and what became of it. */
export type GiveWish = { topic?: string; entry?: string; customer?: string; name?: string; why?: string };
export type Given = Api["Moved"];

export type SplitWish = { identities: string[]; topics: string[]; name: string };
export type Split = Api["Split"];
export type SplitTopic = Api["SplitTopic"];

/** What is absent stays; an empty language or zone is cleared. */
export type CustomerEdit = { name?: string; language?: string; zone?: string };

/** What erasing a customer would remove. */
export type ErasurePreview = {
  name: string;
  entries: number;
  files: number;
  topics: number;
  addresses: number;
  openTopics: number;
  /** Topics in which something is promised still. */
  promises: number;
  since: string | null;
};
