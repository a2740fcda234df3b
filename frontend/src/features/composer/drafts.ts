import { readStored, writeStored } from "../../lib/storage.ts";
import { createStore } from "../../lib/store.ts";
import type { Attachment, Channel } from "../../types/api.ts";

/** What was begun for one conversation; kept in this browser, so that it survives a reload. */
export type Draft = {
  mode: "message" | "note";
  text: string;
  note: string;
  subject: string;
  channel: Channel | null;
  account: string | null;
  /** The address chosen, where a customer has several on one account. */
  to: string | null;
  attachments: Attachment[];
  /** Whom a letter goes to besides the customer; everybody who takes part, unless the writer says otherwise. */
  others: Others | null;
  /** What the writer said to a message that asks for answers elsewhere. */
  elsewhere: { entry: string; agreed: boolean } | null;
  /** Whether the history is quoted below; the channel's habit, unless the writer says otherwise. */
  quote: boolean | null;
};

export type Others = { to: string[]; cc: string[] };

export const emptyDraft: Draft = {
  mode: "message",
  text: "",
  note: "",
  subject: "",
  channel: null,
  account: null,
  to: null,
  attachments: [],
  others: null,
  elsewhere: null,
  quote: null,
};

/** What is over with a message that was sent. */
export const sentDraft = { text: "", attachments: [], subject: "", others: null, elsewhere: null, quote: null };

const key = "loper.drafts";

export const drafts = createStore<Readonly<Record<string, Draft>>>(readStored<Record<string, Draft>>(key) ?? {});

function worthKeeping(draft: Draft): boolean {
  return draft.text.trim() !== "" || draft.note.trim() !== "" || draft.attachments.length > 0;
}

/** Whether the writer chose anything about how the message goes. */
function decided({ mode, channel, others, elsewhere, quote }: Draft): boolean {
  return mode === "note" || [channel, others, elsewhere, quote].some((choice) => choice !== null);
}

export function draftOf(conversation: string): Draft {
  return drafts.get()[conversation] ?? emptyDraft;
}

export function keepDraft(conversation: string, draft: Draft): void {
  drafts.update((all) => {
    const { [conversation]: _, ...rest } = all;
    return worthKeeping(draft) || decided(draft) ? { ...rest, [conversation]: draft } : rest;
  });
  const kept = Object.fromEntries(Object.entries(drafts.get()).filter(([, one]) => worthKeeping(one)));
  writeStored(key, Object.keys(kept).length === 0 ? null : kept);
}

export function changeDraft(conversation: string, change: Partial<Draft>): void {
  keepDraft(conversation, { ...draftOf(conversation), ...change });
}

/** The words of a draft were said in another way; what was written since stays. */
export function draftSaid(conversation: string, text: string): void {
  const now = draftOf(conversation);
  if (text.trim() !== "" && now.text === text) keepDraft(conversation, { ...now, text: "" });
}

/** Puts words that were on their way back into the draft, before what was written since. */
export function giveBack(conversation: string, words: Partial<Draft> & Pick<Draft, "text" | "attachments">): void {
  const now = draftOf(conversation);
  keepDraft(conversation, {
    ...now,
    ...words,
    mode: "message",
    text: now.text.trim() ? `${words.text}\n\n${now.text}` : words.text,
    attachments: [...words.attachments, ...now.attachments],
  });
}

/** The conversations in which something was begun, in one line. */
export function draftedIn(all: Readonly<Record<string, Draft>>): string {
  return Object.keys(all)
    .filter((id) => worthKeeping(all[id] ?? emptyDraft))
    .join(" ");
}

export function countDrafts(all: Readonly<Record<string, Draft>>): number {
  return Object.values(all).filter(worthKeeping).length;
}
