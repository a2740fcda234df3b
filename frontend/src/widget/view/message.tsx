import { linkParts, readable, safeHref } from "../../lib/links";
import type { Key, Words } from "../i18n";
import type { Unsent } from "../outbox";
import type { ChatAttachment, ChatEntry, RefusalReason } from "../protocol";
import { type ChatState, isSeen } from "../store";

interface EntryProps {
  entry: ChatEntry;
  /** Whether the speaker changes here and is named. */
  named: boolean;
  words: Words;
  base: string;
}

/** One stored entry: the visitor's own in a bubble, ours as plain words under a name. */
export function Entry({ entry, named, words, base }: EntryProps) {
  if (entry.from === "system") {
    return <li class="meta">{entry.text}</li>;
  }
  const own = entry.from === "visitor";
  // The way to a promise's page stands beside how it stands, not in the sentence.
  const page = entry.promise && PAGE.exec(entry.text);
  return (
    <li class={own ? "me" : entry.promise ? `us promise ${entry.promise.state}` : "us"}>
      {own && <span class="sr">{words.say("you")}: </span>}
      {!own && named && <b>{entry.name ?? words.say("them")}</b>}
      {entry.withdrawn ? (
        <p class="gone">{words.say("withdrawn")}</p>
      ) : (
        <Body
          text={page ? entry.text.slice(0, page.index) : entry.text}
          attachments={entry.attachments}
          words={words}
          base={base}
        />
      )}
      {entry.promise && (
        <small>
          {entry.promise.says ??
            words.say(STANDS[entry.promise.state] ?? "promised", {
              time: words.moment(entry.promise.dueAt, Date.now()),
            })}
          {page && (
            <>
              {" "}
              <a href={page[1]} target="_blank" rel="noopener">
                {words.say("follow")}
              </a>
            </>
          )}
        </small>
      )}
      <span class="sr">{words.time(entry.at)}</span>
    </li>
  );
}

const PAGE = /\n\s*\n[^\n]*?(https?:\/\/\S+\/p\/\S+)\s*$/;

const STANDS: Record<string, Key> = { late: "late", kept: "kept", "kept-late": "kept", released: "settled" };

/** What became of the visitor's last message. */
export function Delivery({ entry, state, words }: { entry: ChatEntry; state: ChatState; words: Words }) {
  const seen = isSeen(state, entry.id);
  const key: Key = seen === null ? "received" : seen ? "read" : "notRead";
  return <li class="dlv">{words.say(key, { time: words.time(entry.at) })}</li>;
}

interface PendingProps {
  message: Unsent;
  state: ChatState;
  words: Words;
  onTakeBack(id: string, edit: boolean): void;
}

/** A message the server has not yet acknowledged, and why. */
export function Pending({ message, state, words, onTakeBack }: PendingProps) {
  const attachments = message.attachments.map((file) => ({ ...file, url: null }));
  return (
    <>
      <li class="me unsent">
        <span class="sr">{words.say("you")}: </span>
        <Body text={message.text} attachments={attachments} words={words} base="" />
      </li>
      <li class={message.failure ? "dlv failed" : "dlv"}>
        <span role={message.failure ? "alert" : undefined}>{words.say(stateOf(message, state))}</span>
        {message.failure && (
          <span class="acts">
            <button type="button" onClick={() => onTakeBack(message.id, true)}>
              {words.say("edit")}
            </button>
            <button type="button" onClick={() => onTakeBack(message.id, false)}>
              {words.say("remove")}
            </button>
          </span>
        )}
      </li>
    </>
  );
}

const FAILED: Record<RefusalReason, Key> = {
  "too-long": "failedLong",
  "too-large": "failedLarge",
  "bad-frame": "failedFrame",
  "too-fast": "waitingPace",
  unavailable: "waitingStore",
};

function stateOf({ failure }: Unsent, { line, held }: ChatState): Key {
  if (failure) {
    return FAILED[failure];
  }
  if (line === "trying") {
    return "waitingLine";
  }
  return held ? FAILED[held] : "sending";
}

function Body({ text, attachments, words, base }: Omit<EntryProps, "entry" | "named"> & Content) {
  return (
    <>
      {text && (
        <p dir="auto">
          {linkParts(text).map(({ text: words, href }) =>
            href ? (
              <a key={href} href={href} target="_blank" rel="noopener noreferrer nofollow">
                {readable(words)}
              </a>
            ) : (
              words
            ),
          )}
        </p>
      )}
      {attachments.map((file) => (
        <Attachment key={file.name} file={file} words={words} base={base} />
      ))}
    </>
  );
}

interface Content {
  text: string;
  attachments: ChatAttachment[];
}

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

function Attachment({ file, words, base }: { file: ChatAttachment; words: Words; base: string }) {
  const href = file.url === null ? null : safeHref(file.url, base);
  const size = words.size(file.size);
  if (!href || href.startsWith("mailto:")) {
    return (
      <span class="file">
        {file.name} <small>{size}</small>
      </span>
    );
  }
  const label = words.say("openFile", { name: file.name, size });
  return PICTURE.test(file.type) ? (
    <a class="pic" href={href} target="_blank" rel="noopener noreferrer nofollow" aria-label={label}>
      <img src={href} alt="" loading="lazy" />
    </a>
  ) : (
    <a class="file" href={href} target="_blank" rel="noopener noreferrer nofollow" aria-label={label}>
      {file.name} <small>{size}</small>
    </a>
  );
}
