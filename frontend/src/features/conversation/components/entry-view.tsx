import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { LinkedText } from "../../../components/ui/linked-text.tsx";
import { FreeMenu } from "../../../components/ui/menu.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { sortFiles } from "../../../lib/pictures.ts";
import { runShortcut } from "../../../lib/shortcuts.ts";
import { clock, exact, moment } from "../../../lib/time.ts";
import type { Channel, Entry, QueueRef } from "../../../types/api.ts";
import { eventText } from "../event-text.ts";
import type { Again, Space } from "../timeline-items.ts";
import { AttachmentList } from "./attachment-list.tsx";
import { CallView } from "./call-view.tsx";
import { DeliveryLine } from "./delivery-line.tsx";
import { MailBody } from "./mail-body.tsx";
import { Speaker } from "./speaker.tsx";

export type EntryActions = {
  conversation: string;
  onMove: (entry: Entry) => void;
  /** Gives it to another customer. */
  onGive?: (entry: Entry) => void;
  onRetry: (entry: Entry) => void;
  /** Takes the text of a failed message to the composer, to go by another channel. */
  onOther: (entry: Entry) => void;
  /** A call's entry with another note. */
  onEntry: (entry: Entry) => void;
  /** How the promise stands that an entry says. */
  promise?: (id: string, entry: string) => ReactNode;
  /** Takes back what was done about who is who. */
  onUndoDeed?: (deed: string) => void;
  /** How the handover stands that an entry offers. */
  handover?: (id: string) => ReactNode;
  /** The words of a customer, with what they told us in them. */
  words?: (entry: Entry) => ReactNode;
};

type EntryViewProps = {
  entry: Entry;
  glyph: Channel | "note" | null;
  space: Space;
  again: Again;
  subject: string | null;
  customerLanguage: string | null;
  position: number;
  /** Every queue with a name, to name those a topic went to. */
  queues: QueueRef[];
  actions: EntryActions;
  /** Of what was done about who is who: it was taken back since. */
  undone?: boolean;
  /** Above nought while something led here; each time another number. */
  aimed: number;
};

const fiveMinutes = 5 * 60_000;
const againOf: Record<Again, string> = { nothing: "", name: " again", "name-and-time": " again same" };

export const EntryView = memo(function EntryView(props: EntryViewProps) {
  const { entry, space, position, aimed } = props;
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (aimed > 0) article.current?.focus({ preventScroll: true });
  }, [aimed]);
  const { t } = useTranslation();
  const language = useLanguage();
  const us = entry.type === "note" || entry.direction === "out";
  const who = fullName(entry.author.name);
  if (entry.type === "system" || entry.type === "promise")
    return (
      <article
        className={`e sys ${space}`}
        aria-posinset={position}
        aria-setsize={-1}
        aria-label={clock(entry.at, language)}
      >
        <time dateTime={entry.at} title={exact(entry.at, language)}>
          {clock(entry.at, language)}
        </time>
        <div className="bd">
          {eventText(entry, t, language, props.queues)}
          <DeedLink entry={entry} onUndo={props.undone ? undefined : props.actions.onUndoDeed} />
          {offered(entry) ? props.actions.handover?.(offered(entry)) : null}
        </div>
      </article>
    );
  const withdrawn = entry.delivery === "withdrawn";
  const kind = entry.type === "note" ? "note" : us ? "us" : "in";
  const time = clock(entry.at, language);
  const label =
    entry.type === "note"
      ? t("conversation.noteLabel", { who, time })
      : t("conversation.entryLabel", { who, channel: entry.channel ? t(`channel.${entry.channel}`) : "", time });
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 1, PageUp: -1 }[event.key];
    if (step) {
      const all = [
        ...(event.currentTarget.closest("[role=feed]")?.querySelectorAll<HTMLElement>("article[tabindex]") ?? []),
      ];
      all[all.indexOf(event.currentTarget) + step]?.focus();
    } else if (event.key === "X" && props.actions.onGive) props.actions.onGive(entry);
    else if (event.key === "x") props.actions.onMove(entry);
    else return;
    event.preventDefault();
  };
  return (
    <article
      ref={article}
      className={`e ${kind} ${space}${againOf[props.again]}${withdrawn ? " gone" : ""}${aimed > 0 ? " aimed" : ""}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: articles of a feed take the focus
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={-1}
      aria-label={label}
      onKeyDown={keys}
    >
      <time dateTime={entry.at} title={exact(entry.at, language)}>
        {time}
      </time>
      <Glyph glyph={props.glyph} entry={entry} />
      <Speaker name={entry.author.name} us={us && entry.type !== "note"} />
      <div className="bd">
        <EntryBody {...props} />
      </div>
      <EntryMenu entry={entry} onMove={() => props.actions.onMove(entry)} onGive={props.actions.onGive} />
    </article>
  );
});

/** What a joining or a detachment offers where it is told. */
function DeedLink({ entry, onUndo }: { entry: Entry; onUndo: ((deed: string) => void) | undefined }) {
  const { t } = useTranslation();
  const deed = entry.event?.deed;
  const kind = entry.event?.kind ?? "";
  const moved = kind === "moved-away" || kind === "moved-here";
  if (!deed || !onUndo || !(moved || ["merged", "detached", "detached-from"].includes(kind))) return null;
  return (
    <>
      {" "}
      <button type="button" className="link" onClick={() => onUndo(deed)}>
        {t(moved ? "event.undoMove" : "event.undoDeed")}
      </button>
    </>
  );
}

/** The handover an entry offers; none is an empty word. */
function offered(entry: Entry): string {
  const kind = entry.event?.kind;
  return kind === "handover-offered" || kind === "handover-carried" ? (entry.event?.handover?.id ?? "") : "";
}

function Glyph({ glyph, entry }: { glyph: Channel | "note" | null; entry: Entry }) {
  const { t } = useTranslation();
  if (glyph === null) return <span className="g" />;
  const addresses = [
    entry.direction === "in" && entry.from ? t("conversation.from", { from: entry.from }) : null,
    entry.to.length > 0 ? t("conversation.to", { to: entry.to.join(", ") }) : null,
  ].filter(Boolean);
  return (
    <span className="g" title={[t(`channel.${glyph}`), ...addresses].join(", ")}>
      {glyph === "note" ? <Icon name="sticky-note" /> : <ChannelIcon channel={glyph} />}
    </span>
  );
}

function EntryBody({ entry, customerLanguage, subject, actions }: EntryViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [quote, setQuote] = useState(false);
  const [original, setOriginal] = useState(false);
  const late = entry.sentAt && Math.abs(Date.parse(entry.at) - Date.parse(entry.sentAt)) > fiveMinutes;
  const quotedLines = entry.quote?.trim() ? entry.quote.trim().split("\n").length : 0;
  const shown = entry.call ? entry.attachments.filter((file) => !file.type.startsWith("audio/")) : entry.attachments;
  const files = sortFiles(shown, original && entry.html !== null);
  const promised = entry.promise !== null && entry.direction === "out";
  const lang = entry.direction === "in" && customerLanguage ? customerLanguage : undefined;
  return (
    <>
      {entry.type === "note" ? (
        <div className="ask" dir="auto">
          {entry.event?.kind === "request-answered"
            ? t("conversation.internalAnswer", {
                time: moment(entry.event.until ?? entry.at, entry.at, language),
                question: entry.event.title ?? "",
              })
            : t("conversation.internal")}
        </div>
      ) : null}
      {entry.delivery === "withdrawn" ? <div className="meta">{t("conversation.withdrawn")}</div> : null}
      {entry.call ? (
        <CallView entry={entry} call={entry.call} conversation={actions.conversation} onEntry={actions.onEntry} />
      ) : null}
      {subject && quotedLines === 0 && !entry.call ? (
        <div className="subj" dir="auto">
          {subject}
        </div>
      ) : null}
      {original && entry.html ? (
        <MailBody html={entry.html} attachments={entry.attachments} />
      ) : entry.text ? (
        <div className={promised ? "tx serif" : "tx"} lang={lang} dir="auto">
          {entry.direction === "in" && actions.words ? (
            actions.words(entry)
          ) : (
            <LinkedText text={promised ? withoutPage(entry.text) : entry.text} />
          )}
        </div>
      ) : null}
      <AttachmentList attachments={files.beside} />
      {late && entry.sentAt ? (
        <div className="meta" title={exact(entry.sentAt, language)}>
          {t("conversation.sentAt", { time: moment(entry.sentAt, entry.at, language) })}
        </div>
      ) : null}
      <Company entry={entry} />
      {entry.imported ? <span className="dl">{t("conversation.imported")}</span> : null}
      {quotedLines > 0 || entry.html ? (
        <div className="folds">
          {quotedLines > 0 ? (
            <button type="button" className="fold" aria-expanded={quote} onClick={() => setQuote(!quote)}>
              <i aria-hidden="true">···</i>
              {t("conversation.quoted", { count: quotedLines })}
              {entry.subject ? `, ${entry.subject}` : ""}
            </button>
          ) : null}
          {entry.html ? (
            <button type="button" className="fold orig" aria-pressed={original} onClick={() => setOriginal(!original)}>
              {t(original ? "conversation.showText" : "conversation.showOriginal")}
            </button>
          ) : null}
        </div>
      ) : null}
      {quote ? (
        <blockquote className="quoted" lang={lang} dir="auto">
          <LinkedText text={entry.quote ?? ""} />
        </blockquote>
      ) : null}
      {quote || quotedLines === 0 ? <AttachmentList attachments={files.quoted} /> : null}
      {entry.event?.kind === "request-answered" ? (
        <button type="button" className="link answer" onClick={() => runShortcut("r")}>
          {t("conversation.answerCustomer")}
          <kbd aria-hidden="true">R</kbd>
        </button>
      ) : null}
      {entry.promise && entry.direction === "out" ? actions.promise?.(entry.promise, entry.id) : null}
      {offered(entry) ? actions.handover?.(offered(entry)) : null}
      {entry.direction === "out" ? (
        <DeliveryLine
          entry={entry}
          actions={
            <>
              {entry.delivery === "failed" || entry.delivery === "unconfirmed" ? (
                <button type="button" className="link" onClick={() => actions.onRetry(entry)}>
                  {t("conversation.retry")}
                </button>
              ) : null}
              <button type="button" className="link" onClick={() => actions.onOther(entry)}>
                {t("conversation.otherChannel")}
              </button>
            </>
          }
        />
      ) : null}
    </>
  );
}

/** The sentence of a promise alone: the way to its page, which the customer got below it, stands beside its state. */
function withoutPage(text: string): string {
  return text.replace(/\n\s*\n[^\n]*\n?https?:\/\/\S+\/p\/\S+\s*$/, "");
}

/** Who else takes part in a mail, and where it leads. */
function Company({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  // Somebody who takes part is no customer: their name alone does not say who they are.
  const guest = entry.direction === "in" && entry.author.kind === "customer" && entry.author.id === null;
  const lines = [
    guest && entry.from ? t("conversation.from", { from: entry.from }) : null,
    entry.to.length > 1 ? t("conversation.to", { to: entry.to.join(", ") }) : null,
    entry.cc.length > 0 ? t("conversation.cc", { cc: entry.cc.join(", ") }) : null,
    entry.replyTo ? t("conversation.replyTo", { address: entry.replyTo }) : null,
  ].filter((line) => line !== null);
  return (
    <>
      {lines.length > 0 ? <div className="meta">{lines.join("; ")}</div> : null}
      {entry.related ? (
        <div className="meta">
          {t("conversation.related")}{" "}
          <Link className="link" to={`/inbox/all/${entry.related.conversation}/${entry.related.topic}`}>
            {t("conversation.openRelated")}
          </Link>
        </div>
      ) : null}
    </>
  );
}

type EntryMenuProps = { entry: Entry; onMove: () => void; onGive: ((entry: Entry) => void) | undefined };

function EntryMenu({ entry, onMove, onGive }: EntryMenuProps) {
  const { t } = useTranslation();
  return (
    <div className="e-menu">
      <FreeMenu
        label={t("conversation.entryMenu")}
        place="below-end"
        items={[
          { kind: "item", id: "move", text: t("conversation.move"), keys: "x", onChoose: onMove },
          ...(onGive
            ? [
                {
                  kind: "item" as const,
                  id: "give",
                  text: `${t("conversation.give")}…`,
                  keys: "Shift+X",
                  onChoose: () => setTimeout(() => onGive(entry), 0),
                },
              ]
            : []),
          {
            kind: "item",
            id: "copy",
            text: t("conversation.copy"),
            onChoose: () =>
              void navigator.clipboard?.writeText(entry.text).then(() => announce(t("conversation.copied"))),
          },
        ]}
        button={(props) => (
          <button type="button" className="btn ic" aria-label={t("conversation.entryMenu")} {...props}>
            <Icon name="ellipsis" small />
          </button>
        )}
      />
    </div>
  );
}
