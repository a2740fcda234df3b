import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { Words } from "../i18n";
import type { ChatState } from "../store";
import type { Upload } from "../uploads";
import { Composer } from "./composer";
import { GoOn } from "./elsewhere";
import { useFiles } from "./files";
import { CloseIcon } from "./icons";
import { keyOf, Log } from "./log";
import { SlowHint } from "./slow-hint";
import { hoursText } from "./standing-text";
import { useMedia } from "./use";
import { type LoadMore, useMore } from "./use-more";
import { fitPhone, PHONE, trapTab } from "./whole-screen";

export interface PanelProps {
  chat: Chat;
  state: ChatState;
  words: Words;
  base: string;
  upload: Upload;
  loadMore: LoadMore;
  now(): number;
  /** Whether the panel was open on the page before; then it must not take the focus. */
  restored: boolean;
  onClose(): void;
}

/** The dialog: beside the page on a desktop, the whole screen on a phone. */
export function Panel({ chat, state, words, base, upload, loadMore, now, restored, onClose }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const phone = useMedia(PHONE);
  const [text, setText] = useState(chat.draft.get);
  const [dragging, setDragging] = useState(false);
  const files = useFiles({ upload, visitor: chat.visitor, ready: state.line === "ready" });
  const { open, brand } = state;
  const mayFocus = useRef(!restored);

  useEffect(() => {
    if (open && mayFocus.current) {
      const touch = window.matchMedia?.("(pointer: coarse)").matches;
      (touch ? panel.current : field.current)?.focus();
    }
    mayFocus.current = true;
  }, [open]);
  useEffect(() => (open && phone && panel.current ? fitPhone(panel.current) : undefined), [open, phone]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && !event.isComposing) {
      onClose();
    } else if (phone && panel.current) {
      trapTab(event, panel.current);
    }
  }

  function write(written: string) {
    setText(written);
    chat.draft.set(written);
  }

  function takeBack(id: string, edit: boolean) {
    const message = chat.takeBack(id);
    if (message && edit) {
      write(text ? `${message.text}\n${text}` : message.text);
      files.restore(message.attachments);
      field.current?.focus();
    }
  }

  const title = brand?.name ? words.say("chatWith", { name: brand.name }) : words.say("chat");
  const own = ownKeys(state);
  const newest = own.at(-1) ?? null;
  const { details } = state;
  const [thanksAt, setThanksAt] = useState<string | null>(null);
  const [formAfter, setFormAfter] = useState<string | null>(null);
  const lost = formAfter !== null && !own.includes(formAfter);
  useEffect(() => {
    if (lost || (details === "unasked" && formAfter === null)) {
      setFormAfter(newest);
    }
  }, [details, formAfter, lost, newest]);

  const answered = (answer: () => void) => {
    answer();
    setFormAfter(null);
  };
  const more = useMore(
    loadMore,
    state.elsewhere?.id ??
      state.proof?.address ??
      formAfter ??
      (files.chips.length > 0 ? "files" : (state.timeline.entries.findLast((entry) => entry.offer)?.id ?? null)),
  );
  // A form that did not come is not waited for. Whoever gave a number can be reached: they are not asked for more.
  const asking = formAfter !== null && more !== false && state.proof?.by !== "phone";
  const form = more && (
    <more.DetailsForm
      language={words.language}
      onSave={(person) => {
        answered(() => chat.saveDetails(person));
        setThanksAt(newest);
      }}
      onDecline={() => answered(chat.declineDetails)}
    />
  );

  return (
    <section
      class="panel"
      ref={panel}
      hidden={!open}
      role="dialog"
      aria-modal={phone}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        files.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <div class="top">
        <div>
          <h2>{brand?.name || words.say("chat")}</h2>
          <p role="status">{statusOf(state, words, now())}</p>
        </div>
        <button type="button" class="btn" aria-label={words.say("closeChat")} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <Log
        chat={chat}
        state={state}
        words={words}
        base={base}
        now={now}
        onTakeBack={takeBack}
        offer={(offer) => more && <more.Offered chat={chat} offer={offer} language={words.language} />}
        form={asking && form ? { after: formAfter, shown: form } : null}
      >
        {!asking && state.proof && more && <more.ProofLine chat={chat} proof={state.proof} language={words.language} />}
        <SlowHint
          state={state}
          words={words}
          thanks={thanksAt !== null && thanksAt === newest}
          asking={asking}
          now={now}
          onLeave={() => setFormAfter(newest)}
        />
      </Log>
      <Composer
        words={words}
        text={text}
        onText={write}
        field={field}
        files={files}
        more={more}
        onTyped={chat.typed}
        onSend={chat.send}
      />
      <GoOn chat={chat} state={state} words={words} more={more} />
      {dragging && <p class="drop">{words.say("drop")}</p>}
    </section>
  );
}

/** The keys of the visitor's own messages, sent or not, oldest first. */
function ownKeys({ timeline, unsent }: ChatState): string[] {
  const entries = timeline.entries.filter((entry) => entry.from === "visitor");
  return [...entries.map(keyOf), ...unsent.map((message) => message.id)];
}

/** The greeting stands until there is a conversation; the hours, or who is with the visitor, stay. */
function statusOf({ line, brand, standing, timeline }: ChatState, words: Words, now: number): string {
  if (line === "trying") {
    return words.say("offline");
  }
  if (!brand) {
    return words.say("connecting");
  }
  const hours = standing ? hoursText(standing, words, now) : "";
  return hours && timeline.entries.length > 0 ? hours : `${brand.greeting}\n${hours}`.trim();
}
