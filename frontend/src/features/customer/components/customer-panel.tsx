import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { en } from "../../../lib/i18n/en.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { clock, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Channel, Conversation, ConversationTopic, Identity } from "../../../types/api.ts";

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
};

const channelOf: Record<string, Channel | "globe"> = {
  email: "email",
  phone: "sms",
  whatsapp: "whatsapp",
  visitor: "globe",
  messenger: "messenger",
  instagram: "instagram",
  telegram: "telegram",
};

/** Whom we speak with: addresses and what proves them, and what else was talked about. */
export function CustomerPanel({ data, topic, onTopic, promises, site, known }: CustomerPanelProps) {
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
  const others = topics
    .filter((one) => one.id !== topic)
    .toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at));
  const writes = customer.language ? languageName(customer.language, language) : null;
  return (
    <aside className="cust" aria-label={t("customer.label")}>
      <h1 dir="auto">{fullName(customer.name) || t("customer.nameless")}</h1>
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
      <section>
        <h2>{t("customer.identities")}</h2>
        {customer.identities.length === 0 ? <div className="m">{t("customer.noIdentities")}</div> : null}
        {customer.identities.map((identity) => (
          <IdentityLine key={identity.id} identity={identity} now={now} />
        ))}
      </section>
      {known}
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

function IdentityLine({ identity, now }: { identity: Identity; now: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const channel = channelOf[identity.kind] ?? "custom";
  const kind = Object.hasOwn(en.customer.kind, identity.kind)
    ? t(`customer.kind.${identity.kind as keyof typeof en.customer.kind}`)
    : identity.kind;
  const shape = { claimed: "lv", observed: "lv obs", verified: "lv ver" }[identity.level];
  const seen = identity.lastSeen ? `, ${t("customer.lastSeen", { time: when(identity.lastSeen, now, language) })}` : "";
  return (
    <div className="idn">
      {channel === "globe" ? <Icon name="globe" /> : <ChannelIcon channel={channel} />}
      <span className="num" title={`${kind}, ${identity.value}${seen}`}>
        <span className="sr">{kind} </span>
        {identity.kind === "visitor" ? t("customer.visitor") : readable(identity)}
        {identity.shared ? <span className="m">, {t("customer.shared")}</span> : null}
      </span>
      <span className={shape} title={t(`customer.levelTitle.${identity.level}`)}>
        {t(`customer.level.${identity.level}`)}
      </span>
    </div>
  );
}

/** An address as people write it. */
function readable(identity: Pick<Identity, "value">): string {
  return readableNumber(identity.value.replace(/^whatsapp:/, ""));
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
