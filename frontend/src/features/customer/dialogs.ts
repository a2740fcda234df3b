import type { Identity } from "../../types/api.ts";

/** What may be given to another customer: a topic, or one message of it. */
export type Gift = { topic: string; entry?: string; title: string };

/** What is asked about who somebody is. */
export type CustomerDialog =
  | { kind: "edit" }
  | { kind: "find" }
  | { kind: "merge"; other: string }
  | { kind: "undo"; deed: string }
  | { kind: "detach"; identity: Identity }
  | { kind: "give"; gift: Gift }
  | { kind: "split" }
  | { kind: "erase" };
