import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Ring } from "../../../components/ui/ring.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { usePresent } from "../../../lib/presence.ts";
import { ago, ahead, exact, lateBy, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { InboxItem, ViewName } from "../../../types/api.ts";
import type { HeldRow } from "../held-rows.ts";
import { saysTheSame } from "../says-the-same.ts";
import { RowTarget, standing } from "./row-target.tsx";

type TopicRowProps = {
  row: HeldRow;
  view: ViewName;
  me: string;
  /** The queue's name, where it says something. */
  queue: string | null;
  selected: boolean;
  longest: boolean;
  last: boolean;
  position: number;
  size: number;
  /** Whether an answer was begun here, and not sent. */
  begun: boolean;
  onOpen: (item: InboxItem, how: "click") => void;
};

const promiseLooks: Record<string, string> = { "due-soon": "ochre b", late: "red b" };

export const rowId = (topic: string) => `topic-${topic}`;

export const TopicRow = memo(function TopicRow(props: TopicRowProps) {
  const { row, view, me, queue, selected, longest, last, position, size, begun, onOpen } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { item } = row;
  const { topic } = item;
  const others = usePresent(item.conversation).filter((person) => person.id !== me && !person.customer);
  const present = others.find((person) => person.state === "typing") ?? others[0];
  const waiting = topic.waitingSince && topic.status === "open" ? topic.waitingSince : null;
  const until = topic.status === "snoozed" && topic.snoozedUntil ? ahead(topic.snoozedUntil, now, language) : null;
  const repeats = saysTheSame(topic.title, item.preview);
  const target = topic.target && topic.status === "open" ? topic.target : null;
  const state = target && standing(target, now);
  const names = ["row"];
  if (item.unread) names.push("un");
  if (longest) names.push("now");
  if (state === "late") names.push("late");
  if (last) names.push("pre");
  if (row.gone) names.push("gone");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox points at it with aria-activedescendant
    <div
      id={rowId(topic.id)}
      className={names.join(" ")}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={size}
      onClick={() => onOpen(item, "click")}
    >
      {longest || state === "late" ? <i className="run" /> : null}
      <span className="nm" dir="auto">
        {fullName(item.customer.name) || t("customer.nameless")}
        {item.unread ? <span className="sr">, {t("list.unread")}</span> : null}
      </span>
      {waiting ? (
        <span className={longest ? "wt now" : "wt"}>
          <span className="sr">{t("list.waitingFor", { time: "" })}</span>
          <Moment at={waiting}>{ago(waiting, now, language)}</Moment>
        </span>
      ) : (
        <Moment at={item.at} className="wt">
          {when(item.at, now, language)}
        </Moment>
      )}
      <span className="pv" dir="auto">
        {item.previewBy === "agent" ? `${t("list.us")} ` : ""}
        {item.preview || (item.channel === "voice" ? t(topic.call ? `call.row.${topic.call}` : "call.row.was") : "")}
      </span>
      <span className="mt">
        <ChannelIcon channel={item.channel} />
        {repeats ? null : <span className="sr">{t(`channel.${item.channel ?? "note"}`)}</span>}
        <span className={repeats ? "tp way" : "tp"} dir="auto">
          {repeats ? t(`channel.${item.channel ?? "note"}`) : topic.title}
        </span>
        {queue ? <span className="qu">{queue}</span> : null}
        {row.gone ? (
          <span className="r m2">{goneWord(row, view, me, t, until)}</span>
        ) : until ? (
          <span className="r m2 num">{t("list.backAt", { time: until })}</span>
        ) : topic.call ? (
          <span className="r b ink">{t(`call.short.${topic.call}`)}</span>
        ) : topic.promise ? (
          <span
            className={`r num by ${promiseLooks[topic.promise.state] ?? "m2"}`}
            title={exact(topic.promise.dueAt, language)}
          >
            <Ring state={topic.promise.state} dueAt={topic.promise.dueAt} now={now} />
            {topic.promise.state === "late"
              ? t("list.promiseLate", { time: lateBy(topic.promise.dueAt, now, language) })
              : t("list.promisedBy", { time: ahead(topic.promise.dueAt, now, language) })}
          </span>
        ) : item.failed ? (
          <span className="r b ink">{t("list.notDelivered")}</span>
        ) : target && state !== "running" ? (
          <RowTarget target={target} now={now} />
        ) : present ? (
          <>
            <span className="r" />
            <Avatar
              name={present.name}
              typing={present.state === "typing"}
              title={t(present.state === "typing" ? "list.isTyping" : "list.isViewing", { name: present.name })}
            />
            {present.state === "typing" ? <span className="m2">{t("list.typing")}</span> : null}
          </>
        ) : begun ? (
          <span className="r m2">{t("list.begun")}</span>
        ) : topic.assigneeName && topic.assignee !== me ? (
          <span className="r who-has">{topic.assigneeName}</span>
        ) : target ? (
          <RowTarget target={target} now={now} />
        ) : null}
      </span>
    </div>
  );
});

function goneWord(row: HeldRow, view: ViewName, me: string, t: TFunction, until: string | null): string {
  const { topic } = row.item;
  if (until && view !== "snoozed") return t("list.goneSnoozed", { time: until });
  if (topic.status === "open" && view === "snoozed") return t("list.goneWoken");
  if (topic.status === "resolved" && view !== "resolved") return t("list.goneResolved");
  if (topic.status !== "resolved" && view === "resolved") return t("list.goneReopened");
  if (topic.assigneeName && topic.assignee !== me) return t("list.goneTaken", { name: topic.assigneeName });
  if (view === "mine" && topic.assignee === null) return t("list.goneUnassigned");
  if (view === "unassigned" && topic.assigneeName) return t("list.goneTaken", { name: topic.assigneeName });
  return t("list.gone");
}
