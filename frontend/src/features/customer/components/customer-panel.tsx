import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/ui/button.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import { clock, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Conversation, ConversationTopic, Identity } from "../../../types/api.ts";
import type { CustomerDialog } from "../dialogs.ts";
import { IdentityLine } from "./identity-line.tsx";
import { JoinedSection, MovedSection } from "./joined-section.tsx";
import { SuggestionSection } from "./suggestion-section.tsx";

type CustomerPanelProps = {
  data: Conversation | undefined;
  topic: string | null;
  onTopic: (topic: ConversationTopic) => void;
  /** What was promised to them. */
  promises: ReactNode;
  /** Where they stand on our sites. */
  site: ReactNode;
  /** What they told us. */
  known: ReactNode;
  onDialog: (dialog: CustomerDialog) => void;
  onOther: (conversation: string) => void;
};

/** Whom we speak with: addresses and what proves them, and what else was talked about. */
export function CustomerPanel({ data, topic, onTopic, promises, site, known, onDialog, onOther }: CustomerPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  if (!data)
    return (
      <aside className="cust" aria-label={t("customer.label")} aria-busy="true">
        <span className="bone wide" />
        <span className="bone" />
      </aside>
    );
  const { customer, topics } = data;
  const proven = customer.identities.filter((one) => one.level !== "claimed").length;
  const others = topics
    .filter((one) => one.id !== topic)
    .toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at));
  const writes = customer.language ? languageName(customer.language, language) : null;
  return (
    <aside className="cust" aria-label={t("customer.label")} tabIndex={-1}>
      <div className="cust-top">
        <h1 dir="auto">{fullName(customer.name) || t("customer.nameless")}</h1>
        <IconButton icon="pencil" label={t("customer.edit")} onClick={() => onDialog({ kind: "edit" })} />
      </div>
      <div className="m cust-sub">
        {t("customer.since", {
          date: new Date(customer.since).toLocaleDateString(language === "nl" ? "nl-NL" : "en-GB", {
            month: "long",
            year: "numeric",
          }),
        })}{" "}
        {writes ? t("customer.writes", { language: writes }) : ""}
        {customer.zone && zoneDiffers(customer.zone, now) ? (
          <>
            <br />
            {t("customer.localTime", { time: timeIn(customer.zone, now) })}
          </>
        ) : null}
      </div>
      {site}
      {promises}
      <SuggestionSection
        customer={customer}
        onAccept={(other) => onDialog({ kind: "merge", other })}
        onOpen={onOther}
      />
      <section>
        <h2>{t("customer.identities")}</h2>
        {customer.identities.length === 0 ? <div className="m">{t("customer.noIdentities")}</div> : null}
        {toldApart(customer.identities).map((identity) => (
          <IdentityLine
            key={`${identity.id} ${identity.level}`}
            customer={customer.id}
            identity={identity}
            only={proven === 1}
            now={now}
            onDetach={() => onDialog({ kind: "detach", identity })}
          />
        ))}
        <div className="whose">
          <button type="button" className="link" onClick={() => onDialog({ kind: "find" })}>
            {t("customer.joinOther")}
            <kbd aria-hidden="true">{keyLabel("Shift+J")}</kbd>
          </button>
          <button type="button" className="link" onClick={() => onDialog({ kind: "split" })}>
            {t("customer.splitOpen")}
            <kbd aria-hidden="true">{keyLabel("Shift+D")}</kbd>
          </button>
        </div>
      </section>
      {known}
      <JoinedSection customer={customer} now={now} onUndo={(deed) => onDialog({ kind: "undo", deed })} />
      <MovedSection customer={customer} now={now} onUndo={(deed) => onDialog({ kind: "undo", deed })} />
      <section>
        <h2>
          {t("customer.earlier")}
          <span className="r num">{others.length}</span>
        </h2>
        {others.length === 0 ? <div className="m">{t("customer.noTopics")}</div> : null}
        <div className="kv">
          {others.slice(0, 40).map((one) => (
            <TopicLine key={one.id} topic={one} now={now} onOpen={() => onTopic(one)} />
          ))}
        </div>
      </section>
    </aside>
  );
}

/** What somebody only typed says nothing beside the same address that is better known. */
function toldApart(identities: Identity[]): Identity[] {
  return identities.filter(
    (one) =>
      one.level !== "claimed" ||
      !identities.some((other) => other.level !== "claimed" && other.kind === one.kind && other.value === one.value),
  );
}

function TopicLine({ topic, now, onOpen }: { topic: ConversationTopic; now: number; onOpen: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = topic.status !== "resolved";
  return (
    <>
      <button type="button" className="topic-link" dir="auto" onClick={onOpen}>
        {topic.title}
        {topic.unread ? <span className="b">, {t("list.unread")}</span> : null}
      </button>
      <span className={open ? "b" : undefined}>
        {topic.status === "snoozed" ? (
          t("customer.snoozed")
        ) : open ? (
          t("customer.open")
        ) : (
          <Moment at={topic.at}>{when(topic.at, now, language)}</Moment>
        )}
      </span>
    </>
  );
}

function languageName(code: string, language: string): string | null {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? null;
  } catch {
    return null;
  }
}

function timeIn(zone: string, now: number): string {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(now);
  } catch {
    return clock(now, "en");
  }
}

function zoneDiffers(zone: string, now: number): boolean {
  return timeIn(zone, now) !== clock(now, "en");
}
