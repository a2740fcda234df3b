import type { Outgoing } from "../../lib/outbox.ts";
import type { NewMessage, Person, ReplyOption } from "../../types/api.ts";
import type { Draft } from "./drafts.ts";
import { addressed, type Recipients } from "./recipients.ts";

/** What was written, and everything that decides how it goes. */
type Written = {
  clientId: string;
  conversation: string;
  topic: string;
  me: Person;
  draft: Draft;
  /** How a message goes; a note goes nowhere. */
  way: ReplyOption | null;
  recipients: Recipients | null;
  quote: boolean;
  /** What a letter is called that has no name; none where a message has none. */
  subject: string | null;
  /** The newest entry that was on the screen. */
  seen: string | undefined;
};

/** The draft as it goes on its way. */
export function outgoingOf(written: Written): Outgoing {
  const { clientId, conversation, topic, me, draft, way } = written;
  const text = (way ? draft.text : draft.note).trim();
  const request = way ? requestOf(written, way, text) : null;
  return {
    clientId,
    conversation,
    kind: way ? "message" : "note",
    channel: way?.channel ?? null,
    to: way?.to?.value ?? null,
    topic,
    text,
    subject: request?.subject ?? null,
    attachments: way ? draft.attachments : [],
    at: new Date().toISOString(),
    author: { id: me.id, name: me.name },
    state: "sending",
    reason: null,
    request,
  };
}

function requestOf(written: Written, way: ReplyOption, text: string): NewMessage {
  const { clientId, topic, draft, recipients, subject, seen } = written;
  return {
    channel: way.channel,
    account: way.account,
    ...(recipients ? { ...addressed(recipients), quote: written.quote } : way.to ? { to: way.to.value } : {}),
    topic,
    text,
    clientId,
    ...(subject === null ? {} : { subject: draft.subject.trim() || subject }),
    ...(draft.attachments.length > 0 ? { attachments: draft.attachments.map((one) => one.id) } : {}),
    ...(seen ? { seen } : {}),
  };
}

/** Ids of entries are in the order of their arrival. */
export function latest(ids: (string | undefined)[]): string | undefined {
  return ids
    .filter((id) => id !== undefined)
    .toSorted()
    .at(-1);
}
