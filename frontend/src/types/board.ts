import type { Channel } from "./api.ts";

/** How the queues somebody watches over stand at one moment. */
export type Board = { queues: QueueLine[]; people: PersonLine[]; atRisk: Risk[]; promises: PromisesAhead };
export type BoardPage = { board: Board; live: string };

export type QueueLine = {
  id: string;
  name: string;
  names: Record<string, string>;
  automatic: boolean;
  open: number;
  waiting: number;
  late: number;
  soon: number;
  longest: LongestWait | null;
  /** Minutes of working time for a first answer. */
  target: number | null;
  staffed: number;
  /** Waits that began and that were answered, in steps of five minutes, the oldest first. */
  began: number[];
  answered: number[];
  beganLastHour: number;
  answeredLastHour: number;
};

export type LongestWait = {
  topic: string;
  conversation: string;
  since: string;
  dueAt: string | null;
  assignee: string | null;
};

/** How busy somebody is; full is who has room on no channel. */
export type PersonLine = {
  id: string;
  busy: number;
  full: boolean;
  load: { channel: Channel; open: number; most: number }[];
  waiting: number;
  since: string | null;
};

export type Risk = {
  topic: string;
  conversation: string;
  title: string;
  customer: string;
  channel: Channel | null;
  queue: string;
  assignee: string | null;
  assigneeName: string | null;
  since: string;
  dueAt: string;
  state: "running" | "soon" | "late";
};

export type PromisesAhead = { late: number; soon: number; later: number; items: Promised[] };

export type Promised = {
  id: string;
  state: "open" | "due-soon" | "late";
  dueAt: string;
  sentence: string;
  action: string;
  channel: Channel;
  owner: string;
  ownerName: string;
  topic: string;
  title: string;
  conversation: string;
  customer: string;
  queue: string;
  assignee: string | null;
};
