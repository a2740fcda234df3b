import type { ComponentChildren } from "preact";
import { Fragment } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import type { Chat } from "../chat";
import type { Words } from "../i18n";
import type { ChatEntry, Offer } from "../protocol";
import { type ChatState, unread } from "../store";
import { useFollow } from "./follow";
import { DownIcon } from "./icons";
import { Delivery, Entry, Pending } from "./message";

export interface LogProps {
  chat: Chat;
  state: ChatState;
  words: Words;
  base: string;
  now(): number;
  onTakeBack(id: string, edit: boolean): void;
  /** A form that stands below one of the visitor's messages, so that answers come after it. */
  form: { after: string; shown: ComponentChildren } | null;
  /** Below an offer to go on elsewhere. */
  offer(one: Offer): ComponentChildren;
  children: ComponentChildren;
}

/** What stays the same when a message becomes an entry. */
export function keyOf(entry: ChatEntry): string {
  return entry.clientId ?? entry.id;
}

const PAUSE = 15 * 60_000;

/** The conversation: it follows its end while the visitor is there, and stays put while they read further up. */
export function Log({ chat, state, words, base, now, onTakeBack, form, offer, children }: LogProps) {
  const { timeline, unsent, typing, open } = state;
  const { entries } = timeline;
  const { box, flow, atEnd, onScroll, toEnd } = useFollow(state, chat);
  const fresh = useFresh(state);
  const lastOwn = entries.findLastIndex((entry) => entry.from === "visitor");
  const answered = entries.slice(lastOwn + 1).some((entry) => entry.from === "agent");
  const closed = state.standing?.open === false;
  const behind = !atEnd && unread(state).length > 0;

  return (
    <div class="body">
      <div
        class="log"
        ref={box}
        role="log"
        aria-live="off"
        aria-label={words.say("messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
        tabIndex={0}
        onScroll={onScroll}
      >
        <div class="flow" ref={flow}>
          {timeline.more && (
            <button type="button" class="older" aria-disabled={state.asked !== null} onClick={chat.older}>
              {words.say(state.asked !== null ? "olderLoading" : "older")}
            </button>
          )}
          {state.line === "ready" && entries.length + unsent.length === 0 && (
            <p class="meta">{state.invite?.text[words.language] ?? words.say(closed ? "leave" : "empty")}</p>
          )}
          <ol>
            {/* One list, so that a message keeps its place and its form when it turns from unsent into an entry. */}
            {[
              ...entries.map((entry, index) => (
                <Fragment key={keyOf(entry)}>
                  {entry.id === timeline.gap && <li class="meta">{words.say("olderLoading")}</li>}
                  {startsTime(entries[index - 1], entry) && (
                    <li class="meta">
                      <time dateTime={entry.at}>{words.moment(entry.at, now())}</time>
                    </li>
                  )}
                  {entry.id === fresh && <li class="new">{words.say("newRule")}</li>}
                  <Entry entry={entry} named={names(entries[index - 1], entry)} words={words} base={base} />
                  {entry.offer && offer(entry.offer)}
                  {index === lastOwn && !answered && <Delivery entry={entry} state={state} words={words} />}
                  {form?.after === keyOf(entry) && <li key="form">{form.shown}</li>}
                </Fragment>
              )),
              ...unsent.map((message) => (
                <Fragment key={message.id}>
                  <Pending message={message} state={state} words={words} onTakeBack={onTakeBack} />
                  {form?.after === message.id && <li key="form">{form.shown}</li>}
                </Fragment>
              )),
            ]}
          </ol>
          {typing !== null && (
            <p class="typing">
              {words.say("typing", { name: typing || words.say("someone") })}
              <span class="dots" aria-hidden="true">
                <i />
                <i />
                <i />
              </span>
            </p>
          )}
          {children}
        </div>
      </div>
      {open && behind && (
        <button type="button" class="below" onClick={toEnd}>
          {words.say("newBelow")}
          <DownIcon />
        </button>
      )}
    </div>
  );
}

/** The first entry that was unread when the panel opened; it keeps its rule until the panel closes. */
function useFresh(state: ChatState): string | null {
  const [fresh, setFresh] = useState<string | null>(null);
  const { open } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moment of opening counts
  useLayoutEffect(() => setFresh(open ? (unread(state)[0]?.id ?? null) : null), [open]);
  return fresh;
}

function startsTime(before: ChatEntry | undefined, entry: ChatEntry): boolean {
  return !before || Date.parse(entry.at) - Date.parse(before.at) > PAUSE;
}

function names(before: ChatEntry | undefined, entry: ChatEntry): boolean {
  return before?.from !== entry.from || before.name !== entry.name || startsTime(before, entry);
}
