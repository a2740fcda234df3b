import type { Identity } from "../../types/api.ts";

/** What is asked about who somebody is. */
export type CustomerDialog =
  | { kind: "edit" }
  | { kind: "find" }
  | { kind: "merge"; other: string }
  | { kind: "undo"; deed: string }
  | { kind: "detach"; identity: Identity };
