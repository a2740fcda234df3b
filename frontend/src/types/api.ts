/**
 * The agent API in the app's words. Every record is the one of the API's description (generated.ts); what is added here is
 * what the description leaves open: the words a text may be, and the names a map may have.
 */

import type { components } from "./generated.ts";

type Api = components["schemas"];

export type Channel = Api["ChannelKind"];
export type Role = Api["Role"];

export type Person = Api["PersonView"];
export type Language = Person["language"];
export type Session = Api["SessionView"];
export type PasswordChange = Api["PasswordChange"];

export type PersonChange = Api["PersonChange"];

/** `link` and `mail` stand only in the answer that made the link. */
export type Invitation = Api["InvitationView"];
export type NewInvitation = Api["NewInvitation"];

export type Team = Api["TeamView"];
export type TeamWish = Pick<Team, "name" | "members">;
export type Department = Api["DepartmentView"];
export type DepartmentWish = Omit<Department, "id" | "version">;

/** How much somebody has, and to whom it would go. */
export type PersonWork = Api["PersonWork"];

/** What an invitation's link says before anything is chosen. */
export type InvitationLook = Api["InvitationLook"];
export type InvitationAnswer = Api["Acceptance"];

export const awayReasons = [
  "break",
  "lunch",
  "meeting",
  "training",
  "ill",
  "holiday",
  "other",
] as const satisfies readonly Api["Reason"][];
export type AwayReason = (typeof awayReasons)[number];

/** How somebody stands: `idle` is what Loper says of whoever does nothing for a while. */
export type PersonPresence = Api["Presence"];
export type PresenceWish = Api["Wish"];

/** `email` is said to administrators only; whoever left has `active` false. */
export type Colleague = Api["Colleague"];
export type People = Api["PeoplePage"];

export type FixedView = "mine" | "unassigned" | "snoozed" | "all" | "resolved";
export const viewNames = ["mine", "unassigned", "snoozed", "all", "resolved"] as const satisfies readonly FixedView[];
/** What is open in one queue. */
export type QueueView = `queue:${string}`;
export type ViewName = FixedView | QueueView;

export type QueueRef = Api["Ref"];
export type Queue = Api["QueueView"];
/** `others` are those one may send topics to and not look into. */
export type Queues = Api["QueuePage"];

export type TopicStatus = Api["TopicStatus"];
/** Until when an answer to the customer is due. */
export type Target = Api["TargetRow"];
export type Topic = Api["TopicRow"];

export type InboxItem = Api["InboxItem"];
export type InboxPage = Api["InboxPage"];

/** Queues are counted where there is more than one. */
export type LiveCounts = Omit<Api["Counts"], "views" | "waiting"> & {
  views: Record<FixedView, number> & { [queue: QueueView]: number };
  waiting: { mine: number; unassigned: number; all: number; [queue: QueueView]: number };
};
export type Counts = Omit<LiveCounts, "live">;

export type IdentityLevel = Api["Level"];
export type Identity = Api["IdentityView"];
export type Customer = Api["CustomerView"];

/** A topic beside its conversation: it has no channel as long as there are only notes in it. */
export type ConversationTopic = Api["TopicView"];
export type Conversation = Api["ConversationView"];

export type Delivery = Api["Delivery"];

/** `place`: beside the words, within the HTML (which shows it by `cid:` and its content id), or in the quoted history. */
export type Attachment = Api["AttachmentView"];
export type Author = Api["AuthorView"];
export type EntryEvent = Api["EventView"];
/** `hidden` stands for what another department handles: no words, no names, no topic. */
export type Entry = Api["EntryView"];
export type EntryPage = Api["EntriesPage"];

/** `person` is whose phone rings, or who speaks or spoke; `known` how the caller was recognised. */
export type Call = Api["CallView"];
/** A call that is on and concerns this person; `mine` says that their phone rings, or that they speak. */
export type LiveCall = Api["LiveCall"];
export type LiveCalls = Api["CallsPage"];
/** A call that is to be placed; `to` is one of the customer's numbers. */
export type NewCall = Api["NewCall"];

export type ChannelCapabilities = Api["CapabilitiesView"];
export type ReplyOption = Api["ReplyOptionView"];
/** Whom a letter goes to if everybody who takes part is to read it, the customer first. */
export type Addressing = Api["Addressing"];
export type ReplyOptions = Api["ReplyOptionsView"];

/** The app gives every message an id of its own. */
export type NewMessage = Omit<Api["NewMessage"], "to"> & { clientId: string; to?: string | string[] };
export type NewNote = Api["NewNote"] & { clientId: string };

export type DeadLetter = Api["DeadLetterRow"];
export type DeadLetterDetail = Api["DeadLetterWhole"];
export type DeadLetterPage = Api["DeadLetterPage"];

/** `who` is a person's id, or a word for nobody and for the system; `target` the id of what it happened to. */
export type AuditRecord = Api["AuditRecord"];
export type AuditPage = Api["AuditPage"];
