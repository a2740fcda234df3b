/** The wire contract of the agent API, as the server speaks it. Ids are opaque; times are ISO 8601 in UTC. */

import type { PromiseMark } from "./promise.ts";

export type Channel =
  | "email"
  | "chat"
  | "sms"
  | "whatsapp"
  | "voice"
  | "messenger"
  | "instagram"
  | "telegram"
  | "custom";

export type Role = "agent" | "supervisor" | "administrator";
export type Language = "en" | "nl";

export type Person = { id: string; name: string; email: string; roles: Role[]; language: Language };
export type Session = { person: Person };

export type PersonChange = {
  name?: string;
  roles?: Role[];
  speaks?: string[];
  capacity?: Partial<Record<Channel, number>>;
  cover?: string;
  active?: boolean;
};

/** `link` and `mail` stand only in the answer that made the link. */
export type Invitation = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  language: Language;
  speaks: string[];
  by: string;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
  link: string | null;
  mail: "sent" | "failed" | "no-mailbox" | null;
  mailReason: string | null;
};
export type NewInvitation = { name: string; email: string; roles: Role[]; language: Language; speaks: string[] };

export type Team = { id: string; name: string; members: string[] };
export type TeamWish = { name: string; members: string[] };
export type Department = { id: string; name: string; email: string; language: Language };
export type DepartmentWish = Omit<Department, "id">;

/** How much somebody has, and to whom it would go. */
export type PersonWork = {
  open: number;
  waiting: number;
  snoozed: number;
  to: string | null;
  toName: string | null;
};

/** What an invitation's link says before anything is chosen. */
export type InvitationLook = { name: string; email: string; language: Language };
export type InvitationAnswer = { token: string; name: string; password: string; language: Language };

export const awayReasons = ["break", "lunch", "meeting", "training", "ill", "holiday", "other"] as const;
export type AwayReason = (typeof awayReasons)[number];

/** How somebody stands: `idle` is what Loper says of whoever does nothing for a while. */
export type PersonPresence = {
  state: "online" | "busy" | "away" | "offline";
  reason: AwayReason | "idle" | null;
  note: string | null;
  /** When they expect to be back. */
  until: string | null;
  since: string | null;
};
export type PresenceWish = { state: "online" | "busy" | "away"; reason?: AwayReason; note?: string; until?: string };

/** `email` is said to administrators only; whoever left has `active` false. */
export type Colleague = {
  id: string;
  name: string;
  roles: Role[];
  online: boolean;
  presence: PersonPresence;
  speaks: string[];
  /** Topics of a channel they take at a time, where it is another number than everybody's. */
  capacity: Partial<Record<Channel, number>>;
  /** Who takes over: "queue", "person:<id>", or nobody decided. */
  cover: string | null;
  /** Where they work: in every queue, or in some, with their role there. */
  queues?: { every: boolean; only?: Record<string, Role> | null };
  active: boolean;
  email?: string | null;
};
export type People = { items: Colleague[]; live: string };

export type FixedView = "mine" | "unassigned" | "snoozed" | "all" | "resolved";
export const viewNames = ["mine", "unassigned", "snoozed", "all", "resolved"] as const satisfies readonly FixedView[];
/** What is open in one queue. */
export type QueueView = `queue:${string}`;
export type ViewName = FixedView | QueueView;

export type QueueRef = { id: string; name: string; names: Record<string, string> };
export type Queue = QueueRef & { position: number; active: boolean; main: boolean; version: number };
/** `others` are those one may send topics to and not look into. */
export type Queues = { items: Queue[]; others: QueueRef[] };

export type TopicStatus = "open" | "snoozed" | "resolved";

/** Until when an answer to the customer is due. */
export type Target = { kind: "first" | "next"; dueAt: string; state: "running" | "soon" | "late" };

export type Topic = {
  id: string;
  title: string;
  status: TopicStatus;
  assignee: string | null;
  assigneeName: string | null;
  queue: string | null;
  waitingSince: string | null;
  createdAt?: string;
  resolvedAt?: string | null;
  /** When a snoozed topic comes back by itself. */
  snoozedUntil?: string | null;
  /** The earliest promise that is open in it. */
  promise?: PromiseMark | null;
  /** While the customer waits in a queue that has a target. */
  target?: Target | null;
};

export type InboxItem = {
  topic: Topic;
  customer: { id: string; name: string };
  conversation: string;
  preview: string;
  previewBy: "customer" | "agent" | "system";
  channel: Channel;
  unread: boolean;
  at: string;
  /** The last answer was not delivered. */
  failed: boolean;
  /** The sort key inside a view, ascending. */
  order: string;
};

export type InboxPage = { items: InboxItem[]; next: string | null; live: string };

/** Queues are counted where there is more than one. */
export type Counts = {
  views: Record<FixedView, number> & { [queue: QueueView]: number };
  waiting: { mine: number; unassigned: number; all: number; [queue: QueueView]: number };
  /** Since when the first of those who wait does. */
  longest?: { [view: string]: string };
};
export type LiveCounts = Counts & { live: string };

export type IdentityLevel = "claimed" | "observed" | "verified";

export type Identity = {
  id: string;
  kind: string;
  value: string;
  level: IdentityLevel;
  shared: boolean;
  lastSeen: string | null;
};

export type Customer = {
  id: string;
  name: string;
  conversation: string;
  language: string | null;
  zone: string | null;
  since: string;
  identities: Identity[];
};

export type ConversationTopic = Topic & {
  channel: Channel;
  preview: string;
  createdAt: string;
  at: string;
  resolvedAt: string | null;
  unread: boolean;
};

export type Conversation = { id: string; customer: Customer; topics: ConversationTopic[]; live: string };

export type Delivery = "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unconfirmed" | "withdrawn";

/** `place`: beside the words, within the HTML (which shows it by `cid:` and its content id), or in the quoted history. */
export type Attachment = {
  id: string;
  name: string;
  type: string;
  size: number;
  url: string;
  contentId?: string | null;
  place?: "beside" | "within" | "quoted";
};

export type Author = {
  kind: "customer" | "agent" | "system" | "bot" | "integration";
  id: string | null;
  name: string;
};

export type EntryEvent = {
  kind: string;
  person?: { id: string; name: string } | null;
  topic?: string | null;
  from?: string | null;
  title?: string | null;
  queue?: { id: string; name: string } | null;
  until?: string | null;
  /** What was done about who is who, and the other customer it is about. */
  deed?: string | null;
  customer?: { id: string; name: string } | null;
};

export type Entry = {
  id: string;
  /** `hidden` stands for what another department handles: no words, no names, no topic. */
  type: "message" | "note" | "system" | "promise" | "hidden";
  topic: string;
  channel: Channel | null;
  account: string | null;
  direction: "in" | "out" | null;
  from: string | null;
  to: string[];
  cc: string[];
  subject: string | null;
  text: string;
  html: string | null;
  quote: string | null;
  author: Author;
  at: string;
  sentAt: string | null;
  delivery: Delivery | null;
  deliveryAt: string | null;
  deliveryReason: string | null;
  undoUntil: string | null;
  clientId: string | null;
  attachments: Attachment[];
  event: EntryEvent | null;
  /** The promise it says, or tells of. */
  promise?: string | null;
  /** Where its sender wants answers, if elsewhere than `from`. */
  replyTo?: string | null;
  /** The other conversation it seems to belong to. */
  related?: { conversation: string; topic: string } | null;
  /** From before Loper was there. */
  imported?: boolean;
};

export type EntryPage = { items: Entry[]; next: string | null; live: string };

export type ChannelCapabilities = {
  attachments: boolean;
  maxAttachmentBytes: number;
  maxLength: number | null;
  html: boolean;
  subject: boolean;
  /** Goes to several people at once, with its history quoted. */
  letters?: boolean;
  receipts: string[];
};

export type ReplyOption = {
  channel: Channel;
  account: string;
  accountName: string;
  to: { kind: string; value: string } | null;
  available: boolean;
  reason: string | null;
  reasonText: string | null;
  windowEndsAt: string | null;
  capabilities: ChannelCapabilities;
  everybody?: Addressing | null;
};

/** Whom a letter goes to if everybody who takes part is to read it, the customer first. */
export type Addressing = {
  to: string[];
  cc: string[];
  /** Where the newest message asks for answers, though it came from elsewhere. */
  replyTo: { entry: string; from: string; address: string } | null;
};

export type ReplyOptions = { options: ReplyOption[]; preferred: number | null };

export type NewMessage = {
  channel: Channel;
  account?: string;
  to?: string | string[];
  cc?: string[];
  /** The message at whose Reply-To the writer agreed to answer. */
  replyToOf?: string;
  quote?: boolean;
  topic?: string;
  text: string;
  subject?: string;
  attachments?: string[];
  clientId: string;
  seen?: string;
};

export type NewNote = { topic: string; text: string; clientId: string };

export type DeadLetter = {
  id: string;
  account: string;
  channel: Channel | null;
  at: string;
  reason: string;
  attempts: number;
  size: number;
};
export type DeadLetterDetail = { letter: DeadLetter; headers: Record<string, string>; raw: string };
export type DeadLetterPage = { items: DeadLetter[]; next: string | null };

/** `who` is a person's id, or a word for nobody and for the system; `target` the id of what it happened to. */
export type AuditRecord = {
  id: string;
  at: string;
  who: string;
  what: string;
  target: string;
  details: Record<string, string>;
};
export type AuditPage = { items: AuditRecord[]; next: string | null };

/** Somebody in a conversation just now; `customer` tells its customer, who types, from us. */
export type PresentPerson = { id: string; name: string; state: "viewing" | "typing"; customer?: boolean };

/** One thing that changed; it holds the current state, so applying it twice or late is harmless. */
export type Change =
  | { type: "topic"; item: InboxItem; views: ViewName[] }
  | { type: "entry"; conversation: string; entry: Entry }
  | { type: "conversation"; conversation: string; customer: Customer }
  | ({ type: "counts" } & Counts)
  | { type: "presence"; conversation: string; people: PresentPerson[] }
  | { type: "promise"; conversation: string; promise: string }
  | { type: "person"; person: Colleague }
  /** Customers were joined or taken apart: the timeline is another one, `at` the conversation it is found in now. */
  | { type: "homes"; conversation: string; at: string }
  | { type: "removed"; topic: string };

/** `watch` is the number of the request the frame answers or follows. */
export type Frame = { cursor: string; watch?: number; reload?: boolean; changes: Change[] };

export type Watches = {
  view?: { name: ViewName; rows: string[] };
  thread?: string;
  counts?: boolean;
  people?: boolean;
};
