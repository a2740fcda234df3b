import { useQuery } from "@tanstack/react-query";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { namedWell, shortName } from "../../../lib/format.ts";
import { liveState } from "../../../lib/live-state.ts";
import type { Outgoing } from "../../../lib/outbox.ts";
import { isMac, useShortcuts } from "../../../lib/shortcuts.ts";
import { useStore } from "../../../lib/store.ts";
import type { Channel, Entry, Person, ReplyOption } from "../../../types/api.ts";
import { replyOptionsQuery } from "../api/get-reply-options.ts";
import { changeDraft, draftOf, drafts, emptyDraft, giveBack, sentDraft } from "../drafts.ts";
import { loadOf, sum, unfit } from "../fit.ts";
import { latest, outgoingOf } from "../outgoing.ts";
import { count, everybodyElse, openQuestion, othersOf, recipientsOf } from "../recipients.ts";
import { inOrder, optionChosen, visitorOf } from "../reply-options.ts";
import { goOn, stops } from "../stops.ts";
import { cannotUndo, canUndo, type Undoable, undoables } from "../undoables.ts";
import { useAutosize } from "../use-autosize.ts";
import { useFilesDropped } from "../use-files-dropped.ts";
import { useSending } from "../use-sending.ts";
import { useSettling } from "../use-settling.ts";
import { useUploads } from "../use-uploads.ts";
import { type ComposerWish, useWish } from "../use-wish.ts";
import { AttachmentTray } from "./attachment-tray.tsx";
import { ChannelChoice } from "./channel-choice.tsx";
import { ComposerBar } from "./composer-bar.tsx";
import { ElsewhereNotice } from "./elsewhere-notice.tsx";
import { NewerNotice } from "./newer-notice.tsx";
import { RecipientRow } from "./recipient-row.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { UnfitNotice } from "./unfit-notice.tsx";

const nobody = { to: [], cc: [] };

/** An answer being written, and a way to put other words in its place. */
export type Writing = {
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
};

type ComposerProps = {
  conversation: string;
  topic: string;
  topicTitle: string;
  customerName: string;
  /** The language the customer writes; the browser then checks the spelling of it. */
  language: string | null;
  /** Whether mail went to and fro already; then the subject is the thread's own. */
  mailed: boolean;
  me: Person;
  /** The newest entry that was on the screen. */
  seen: () => string | undefined;
  /** Whether the conversation's end was on the screen: nobody answers blind. */
  shown: boolean;
  /** What there is to say of an answer while it is being written. */
  below?: (writing: Writing) => ReactNode;
  /** Begins a promise. */
  onPromise: () => void;
  /** What is proposed above the words. */
  hint?: ReactNode;
  /** Who the customer is, for whoever writes to them. */
  about?: ReactNode;
  /** Leads the customer to a channel that carries what is written, where no way that is open does. */
  elsewhere?: (channels: Channel[]) => ReactNode;
  wish: ComposerWish | null;
  onEntry: (conversation: string, entry: Entry) => void;
  /** Something is being written, or no longer; `to` is the visitor who may see it, on the chat only. */
  onTyping: (on: boolean, to: string | null) => void;
  /** Opens a topic again that was resolved with a message that is taken back. */
  onReopen: (topic: string) => void;
  /** What said something of a promise was taken back. */
  onUnpromised: (conversation: string, topic: string, entry: string) => void;
  /** Back to the conversation whose message was taken back. */
  onBack: (conversation: string, topic: string) => void;
};

export function Composer(props: ComposerProps) {
  const { conversation, topic, me, onEntry, seen, wish } = props;
  const { t } = useTranslation();
  const live = useStore(liveState);
  const draft = useStore(drafts)[conversation] ?? emptyDraft;
  const set = useCallback(
    (change: Parameters<typeof changeDraft>[1]) => changeDraft(conversation, change),
    [conversation],
  );
  const options = useQuery(replyOptionsQuery(conversation, topic));
  const all = options.data?.options ?? [];
  const chosen = optionChosen(all, options.data?.preferred ?? null, draft);
  const nothingReaches = options.isSuccess && chosen === null;
  const note = draft.mode === "note" || nothingReaches;
  const text = note ? draft.note : draft.text;

  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [dragging, setDragging] = useState(false);
  const undoable = useStore(undoables).at(-1);
  const newer = useStore(stops)[conversation];
  const { customerName } = props;
  const settling = useSettling();
  const onSent = useCallback(
    (one: Outgoing, entry: Entry) => {
      if (entry.undoUntil) {
        const resolved = settling.wants(one.clientId);
        canUndo({ conversation: one.conversation, topic: one.topic, customerName, entry, resolved });
      }
      settling.sent(one.clientId);
    },
    [customerName, settling],
  );
  const send = useSending(onEntry, onSent);
  const uploads = useUploads((attachment) => set({ attachments: [...draftOf(conversation).attachments, attachment] }));

  const load = loadOf(text, draft.attachments, uploads.uploads);
  const fits = note || !chosen || unfit(chosen, { ...load, bytes: sum(draft.attachments) }) === null;
  const recipients = note ? null : recipientsOf(chosen, draft);
  const question = note ? null : openQuestion(chosen, draft);
  const quote = draft.quote ?? recipients !== null;
  const [copying, setCopying] = useState(false);
  const copies = useRef<HTMLInputElement>(null);
  const everybody = chosen ? everybodyElse(chosen) : null;
  const newcomers = chosen?.everybody?.newcomers ?? [];
  const rowShown =
    recipients !== null &&
    everybody !== null &&
    (copying || count(recipients.others) + count(everybody) + newcomers.length > 0);
  const full = text.trim() !== "" || (!note && draft.attachments.length > 0);
  const cut = live.status === "offline" || live.status === "away" ? live.status : null;
  const ready =
    full &&
    fits &&
    !cut &&
    (note || (chosen !== null && props.shown)) &&
    uploads.uploads.every((one) => one.fault !== null);
  const asksSubject = !note && chosen?.capabilities.subject === true && !props.mailed;

  const submit = (settle = false) => {
    if (!ready) return;
    const clientId = crypto.randomUUID();
    if (settle) settling.begin(clientId);
    props.onTyping(false, note ? null : visitorOf(chosen));
    const outgoing = outgoingOf({
      ...{ clientId, conversation, topic, me, draft, recipients, quote },
      way: note ? null : chosen,
      subject: asksSubject ? props.topicTitle : null,
      seen: latest([...(newer ?? []).map((entry) => entry.id), seen()]),
    });
    set(note ? { note: "", mode: "message" } : sentDraft);
    void send(outgoing);
    // The field is the customer's again: what else is meant for colleagues must not run on into it.
    if (note) field.current?.blur();
  };

  const choose = (option: ReplyOption) =>
    set({ mode: "message", channel: option.channel, account: option.account, to: option.to?.value ?? null });
  const copyTo = () => {
    setCopying(true);
    setTimeout(() => copies.current?.focus());
  };
  const begin = (mode: "message" | "note") => {
    set({ mode });
    // At once: what is typed next belongs to the text, not to the keys.
    field.current?.focus();
  };
  useWish(wish, { text: draft.text, options: all, set, begin, send });

  useShortcuts({
    r: () => begin("message"),
    n: () => begin("note"),
    a: chosen?.capabilities.attachments ? () => picker.current?.click() : undefined,
    q: recipients ? () => set({ quote: !quote }) : undefined,
    "Shift+C": recipients ? () => copyTo() : undefined,
    y: rowShown ? () => set({ others: recipients && count(recipients.others) > 0 ? nobody : null }) : undefined,
  });
  useAutosize(field, text);

  const canAttach = chosen?.capabilities.attachments === true;
  const attach = (files: Iterable<File>) => {
    if (!note && chosen?.capabilities.attachments) uploads.add(files, chosen.capabilities.maxAttachmentBytes);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (isMac ? event.metaKey : event.ctrlKey)) {
      event.preventDefault();
      submit(event.shiftKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      field.current?.blur();
    }
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    attach(event.clipboardData.files);
  };
  useFilesDropped(setDragging, attach);
  const undone = (one: Undoable, entry: Entry) => {
    cannotUndo(entry.id);
    onEntry(one.conversation, entry);
    // Whoever takes back their last word has not settled the matter.
    if (one.resolved) void props.onReopen(one.topic);
    // The sentence was composed: what it was made of is given back, and not its words.
    if (entry.promise) {
      props.onUnpromised(one.conversation, one.topic, entry.id);
      return;
    }
    const { text, channel, account, attachments } = entry;
    const others = channel === "email" ? othersOf(entry.to, entry.cc) : null;
    giveBack(one.conversation, { text, channel, account, attachments, others });
    if (one.conversation === conversation) field.current?.focus();
    else props.onBack(one.conversation, one.topic);
  };

  return (
    <form
      className={`comp${note ? " noting" : ""}${dragging ? " drop" : ""}`}
      aria-label={t("composer.label")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {undoable ? (
        <UndoBar
          key={undoable.entry.id}
          one={undoable}
          here={undoable.conversation === conversation}
          idle={text === ""}
          onUndone={(entry) => undone(undoable, entry)}
        />
      ) : null}
      {newer ? (
        <NewerNotice
          newer={newer}
          onSend={() => submit()}
          onEdit={() => {
            goOn(conversation);
            field.current?.focus();
          }}
        />
      ) : null}
      {options.isPending ? (
        <div className="chs" aria-busy="true">
          <span className="bone" />
        </div>
      ) : (
        <ChannelChoice
          options={inOrder(all)}
          chosen={chosen}
          note={note}
          onChoose={choose}
          onNote={() => begin("note")}
        />
      )}
      {note ? null : props.hint}
      {dragging && !note ? <p className="hint b">{t(canAttach ? "composer.drop" : "composer.dropNot")}</p> : null}
      {nothingReaches ? <p className="hint">{t("composer.none")}</p> : null}
      {question ? (
        <ElsewhereNotice
          from={question.from}
          address={question.address}
          onAnswer={(agreed) => set({ elsewhere: { entry: question.entry, agreed } })}
        />
      ) : null}
      {rowShown ? (
        <RecipientRow
          recipients={recipients}
          everybody={everybody}
          newcomers={newcomers}
          customerName={shortName(props.customerName)}
          field={copies}
          onOthers={(others) => set({ others })}
          onDone={() => field.current?.focus()}
        />
      ) : null}
      {asksSubject ? (
        <input
          className="subject"
          aria-label={t("composer.subject")}
          placeholder={props.topicTitle || t("composer.subject")}
          value={draft.subject}
          maxLength={200}
          onChange={(event) => set({ subject: event.target.value })}
        />
      ) : null}
      <textarea
        ref={field}
        className="body"
        dir="auto"
        lang={(!note && props.language) || undefined}
        rows={2}
        aria-label={t(note ? "composer.textNote" : "composer.text")}
        aria-keyshortcuts={note ? "n" : "r"}
        placeholder={
          note
            ? t("composer.placeholderNote")
            : t(namedWell(props.customerName) ? "composer.placeholder" : "composer.placeholderNameless", {
                name: shortName(props.customerName),
                channel: chosen ? t(`channelIn.${chosen.channel}`) : "",
              })
        }
        value={text}
        onChange={(event) => {
          set(note ? { note: event.target.value } : { text: event.target.value });
          props.onTyping(event.target.value.trim() !== "", note ? null : visitorOf(chosen));
        }}
        onKeyDown={keys}
        onPaste={paste}
      />
      {note ? null : props.below?.({ text, field, onText: (words) => set({ text: words }) })}
      {note ? null : (
        <AttachmentTray
          attachments={draft.attachments}
          uploads={uploads.uploads}
          onRemove={(id) => set({ attachments: draft.attachments.filter((one) => one.id !== id) })}
          onDrop={uploads.drop}
          onAgain={uploads.again}
        />
      )}
      {chosen && !note ? (
        <UnfitNotice
          way={chosen}
          options={all}
          load={load}
          onChoose={(option) => {
            choose(option);
            for (const one of uploads.uploads) if (one.fault) uploads.again(one.key);
          }}
          elsewhere={props.elsewhere}
        />
      ) : null}
      {cut ? (
        <div className="warn" role="status">
          <span>{t(`composer.${cut}`)}</span>
        </div>
      ) : null}
      <ComposerBar
        way={note ? null : chosen}
        note={note}
        text={text}
        ready={ready}
        to={recipients?.customer ?? null}
        letter={recipients ? { quote, named: rowShown } : null}
        about={note ? null : props.about}
        picker={picker}
        onFiles={attach}
        onPromise={props.onPromise}
        onCopy={copyTo}
        onQuote={(on) => set({ quote: on })}
      />
    </form>
  );
}
