import type { Channel, Delivery } from "./api.ts";

export type PromiseState = "open" | "due-soon" | "late" | "kept" | "kept-late" | "released";

/** A promise to a customer, as the API gives it. */
export type PromiseRecord = {
  id: string;
  state: PromiseState;
  /** How far the newest message about it got: the customer knows of it from `sent` on. */
  told: Delivery;
  dueAt: string;
  channel: Channel;
  owner: { id: string; name: string };
  heard: string;
  action: string;
  sentence: string;
  topic: string;
  topicTitle: string;
  conversation: string;
  customer: { id: string; name: string };
  entry: string;
  moments: { dueAt: string; at: string; by: { id: string; name: string } | null; reason: string | null }[];
  madeAt: string;
  noticedAt: string | null;
  closedAt: string | null;
  reason: string | null;
  statusUrl: string;
};

/** What a row tells of the earliest promise that is open in its topic. */
export type PromiseMark = { id: string; dueAt: string; state: PromiseState };

export type PromiseWords = { topic: string; heard: string; action: string; dueAt: string; channel: Channel };
export type NewPromise = PromiseWords & { text?: string; clientId: string; seen?: string };

export type PromiseWay = {
  channel: Channel;
  account: string;
  address: string | null;
  open: boolean;
  reason: string | null;
  windowEndsAt: string | null;
};
export type PromisePreview = { sentence: string; language: string; ways: PromiseWay[] };

export type MomentRead = {
  outcome: "understood" | "closed" | "past" | "too-far" | "unknown";
  at: string | null;
  /** What to suggest where it is closed or past. */
  instead: string | null;
  sentence: string;
};
