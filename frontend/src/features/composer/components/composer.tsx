import { useQuery } from "@tanstack/react-query";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { namedWell, readableNumber, shortName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { liveState } from "../../../lib/live-state.ts";
import { dropOutgoing, type Outgoing } from "../../../lib/outbox.ts";
import { isMac, keyLabel, runShortcut, useShortcuts } from "../../../lib/shortcuts.ts";
import { useStore } from "../../../lib/store.ts";
import { clock, exact, left } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Entry, NewMessage, Person, ReplyOption } from "../../../types/api.ts";
import { replyOptionsQuery } from "../api/get-reply-options.ts";
import { changeDraft, type Draft, draftOf, drafts, emptyDraft, giveBack, sentDraft } from "../drafts.ts";
import { addressed, count, everybodyElse, openQuestion, othersOf, recipientsOf } from "../recipients.ts";
import { goOn, stops } from "../stops.ts";
import { cannotUndo, canUndo, type Undoable, undoables } from "../undoables.ts";
import { useSending } from "../use-sending.ts";
import { useUploads } from "../use-uploads.ts";
import { AttachmentTray } from "./attachment-tray.tsx";
import { ChannelChoice } from "./channel-choice.tsx";
import { ElsewhereNotice } from "./elsewhere-notice.tsx";
import { LengthNote } from "./length-note.tsx";
import { NewerNotice } from "./newer-notice.tsx";
import { RecipientRow } from "./recipient-row.tsx";
import { UndoBar } from "./undo-bar.tsx";

const nobody = { to: [], cc: [] };

/** Something said elsewhere on the page to the composer; the number tells one wish from the next. */
export type ComposerWish =
  | { number: number; kind: "again" | "edit"; outgoing: Outgoing }
  | { number: number; kind: "other"; entry: Entry }
  | { number: number; kind: "note" | "reply" };

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
  wish: ComposerWish | null;
  onEntry: (conversation: string, entry: Entry) => void;
  /** Something is being written, or no longer; `to` is the visitor who may see it, on the chat only. */
  onTyping: (on: boolean, to: string | null) => void;
  /** Back to the conversation whose message was taken back. */
  /** Opens a topic again that was resolved with a message that is taken back. */
  onReopen: (topic: string) => void;
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

  const limit = chosen?.capabilities.maxLength ?? null;
  const fits = note || limit === null || text.length <= limit;
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
  const offline = live.status === "offline";
  const ready =
    full &&
    fits &&
    !offline &&
    (note || (chosen !== null && props.shown)) &&
    uploads.uploads.every((one) => one.fault !== null);
  const asksSubject = !note && chosen?.capabilities.subject === true && !props.mailed;

  const submit = (settle = false) => {
    if (!ready) return;
    const clientId = crypto.randomUUID();
    const newest = latest([...(newer ?? []).map((entry) => entry.id), seen()]);
    if (settle) settling.begin(clientId);
    props.onTyping(false, note ? null : visitorOf(chosen));
    const request: NewMessage | null =
      note || !chosen
        ? null
        : {
            channel: chosen.channel,
            account: chosen.account,
            ...(recipients ? { ...addressed(recipients), quote } : chosen.to ? { to: chosen.to.value } : {}),
            topic,
            text: text.trim(),
            clientId,
            ...(asksSubject ? { subject: draft.subject.trim() || props.topicTitle } : {}),
            ...(draft.attachments.length > 0 ? { attachments: draft.attachments.map((one) => one.id) } : {}),
            ...(newest ? { seen: newest } : {}),
          };
    const outgoing: Outgoing = {
      clientId,
      conversation,
      kind: note ? "note" : "message",
      channel: note ? null : (chosen?.channel ?? null),
      to: chosen?.to?.value ?? null,
      topic,
      text: text.trim(),
      subject: request?.subject ?? null,
      attachments: note ? [] : draft.attachments,
      at: new Date().toISOString(),
      author: { id: me.id, name: me.name },
      state: "sending",
      reason: null,
      request,
    };
    set(note ? { note: "", mode: "message" } : sentDraft);
    void send(outgoing);
  };

  const copyTo = () => {
    setCopying(true);
    setTimeout(() => copies.current?.focus());
  };
  const begin = (mode: "message" | "note") => {
    set({ mode });
    // At once: what is typed next belongs to the text, not to the keys.
    field.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per wish
  useEffect(() => {
    if (!wish) return;
    if (wish.kind === "again") void send(wish.outgoing);
    else if (wish.kind === "edit") {
      const { outgoing } = wish;
      dropOutgoing(outgoing.clientId);
      if (outgoing.kind === "note") set({ mode: "note", note: outgoing.text });
      else set({ mode: "message", text: outgoing.text, attachments: outgoing.attachments, channel: outgoing.channel });
      field.current?.focus();
    } else if (wish.kind === "other") {
      const other = all.find((option) => option.available && option.channel !== wish.entry.channel);
      set({
        mode: "message",
        text: wish.entry.text,
        ...(other ? { channel: other.channel, account: other.account, to: other.to?.value ?? null } : {}),
      });
      field.current?.focus();
    } else begin(wish.kind === "note" ? "note" : "message");
  }, [wish?.number]);

  useShortcuts({
    r: () => begin("message"),
    n: () => begin("note"),
    a: chosen?.capabilities.attachments ? () => picker.current?.click() : undefined,
    q: recipients ? () => set({ quote: !quote }) : undefined,
    "Shift+C": recipients ? () => copyTo() : undefined,
    "Shift+A": rowShown ? () => set({ others: recipients && count(recipients.others) > 0 ? nobody : null }) : undefined,
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
          onChoose={(option) =>
            set({ mode: "message", channel: option.channel, account: option.account, to: option.to?.value ?? null })
          }
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
      {offline ? (
        <div className="warn" role="status">
          <span>{t("composer.offline")}</span>
        </div>
      ) : null}
      <div className="bar">
        {note ? null : (
          <>
            <IconButton
              icon="paperclip"
              label={
                chosen && !chosen.capabilities.attachments
                  ? t("composer.attachNot", { channel: t(`channel.${chosen.channel}`) })
                  : t("composer.attach")
              }
              keys="a"
              disabled={!chosen?.capabilities.attachments}
              onClick={() => picker.current?.click()}
            />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                attach([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
          </>
        )}
        {note || !chosen || rowShown ? null : <Whither option={chosen} to={recipients?.customer ?? null} />}
        {note ? null : (
          <Button className="vow" keys="p" onClick={props.onPromise}>
            <Icon name="hourglass" />
            <span className="word">{t("promise.begin")}</span>
          </Button>
        )}
        {recipients && !rowShown ? (
          <IconButton icon="user-plus" label={t("composer.addCopy")} keys="Shift+C" onClick={copyTo} />
        ) : null}
        {recipients ? (
          <label className="quoting" title={t("composer.quoteTitle", { keys: keyLabel("q") })}>
            <input type="checkbox" checked={quote} onChange={(event) => set({ quote: event.target.checked })} />
            {t("composer.quote")}
          </label>
        ) : null}
        <span className="r" />
        {note || !chosen ? null : <LengthNote option={chosen} text={text} />}
        <Button
          look={note ? "line" : "primary"}
          type="submit"
          keys="Mod+Enter"
          aria-disabled={!ready}
          title={note ? undefined : t("composer.sendTitle", { keys: keyLabel("Mod+Shift+Enter") })}
        >
          {t(note ? "composer.addNote" : "composer.send")}
        </Button>
      </div>
    </form>
  );
}

/** The option the draft names, while it can be used; else the one the server prefers. */
export function optionChosen(
  options: ReplyOption[],
  preferred: number | null,
  { channel, account, to }: Pick<Draft, "channel" | "account" | "to">,
): ReplyOption | null {
  const usable = options.filter((option) => option.available);
  return (
    usable.find((one) => one.channel === channel && one.account === account && (one.to?.value ?? null) === to) ??
    usable.find((one) => one.channel === channel && (account === null || one.account === account)) ??
    (preferred !== null && options[preferred]?.available ? options[preferred] : undefined) ??
    usable[0] ??
    null
  );
}

/** Files may be dropped anywhere on the page: missing the composer must not replace the page with the file. */
function useFilesDropped(onDragging: (over: boolean) => void, onFiles: (files: Iterable<File>) => void): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      onDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) onDragging(false);
    };
    const drop = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      onDragging(false);
      latest.current(event.dataTransfer?.files ?? []);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [onDragging]);
}

/** The visitor who can see us typing: whom the chosen channel reaches on the site. */
function visitorOf(option: ReplyOption | null): string | null {
  return option?.channel === "chat" ? (option.to?.value ?? null) : null;
}

/** Remembers which send was asked to resolve the topic and go on, and does so once it is stored. */
function useSettling() {
  const wanted = useRef<string | null>(null);
  useEffect(
    () => () => {
      wanted.current = null;
    },
    [],
  );
  return useMemo(
    () => ({
      begin: (clientId: string) => {
        wanted.current = clientId;
      },
      wants: (clientId: string) => wanted.current === clientId,
      sent: (clientId: string) => {
        if (wanted.current === clientId) runShortcut("Shift+E");
      },
    }),
    [],
  );
}

/** Ids of entries are in the order of their arrival. */
function latest(ids: (string | undefined)[]): string | undefined {
  return ids
    .filter((id) => id !== undefined)
    .toSorted()
    .at(-1);
}

/** What can be used first; the rest by why not. */
function inOrder(options: ReplyOption[]): ReplyOption[] {
  const rank = (option: ReplyOption) => (option.available ? 0 : option.reason === "no-address" ? 2 : 1);
  return options.toSorted((left, right) => rank(left) - rank(right));
}

/** Whom it goes to, whether they wish for quiet now, and how long a channel's window stays open. */
function Whither({ option, to }: { option: ReplyOption; to: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const rest = option.windowEndsAt ? Date.parse(option.windowEndsAt) - now : null;
  const soon = rest !== null && rest < 2 * 3_600_000;
  return (
    <span className="to">
      {option.to?.value && option.channel !== "chat" ? (
        <span>{t("composer.to", { to: to ?? readableNumber(option.to.value) })}</span>
      ) : null}
      {option.quietUntil ? (
        <span className="ochre b" title={exact(option.quietUntil, language)}>
          {t("composer.quiet", { time: clock(option.quietUntil, language) })}
        </span>
      ) : null}
      {option.windowEndsAt ? (
        <span className={soon ? "ochre num b" : "num"} title={exact(option.windowEndsAt, language)}>
          {t(soon ? "composer.windowSoon" : "composer.window", { time: left(option.windowEndsAt, now, language) })}
        </span>
      ) : null}
    </span>
  );
}

function useAutosize(field: React.RefObject<HTMLTextAreaElement | null>, text: string) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, window.innerHeight * 0.4)}px`;
  }, [text]);
}
