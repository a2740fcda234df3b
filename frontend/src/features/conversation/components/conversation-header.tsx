import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { laterDialog } from "../../../components/ui/later.tsx";
import { Menu, type MenuItem } from "../../../components/ui/menu.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { usePresent } from "../../../lib/presence.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { queueName, worksIn } from "../../../lib/queues.ts";
import { keyLabel, runShortcut, useShortcuts } from "../../../lib/shortcuts.ts";
import { ahead } from "../../../lib/time.ts";
import { usePhone } from "../../../lib/use-media.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Channel, Colleague, ConversationTopic, InboxItem, Person, QueueRef } from "../../../types/api.ts";
import type { TopicActions } from "../use-topic-actions.ts";
import { SnoozeMenu } from "./snooze-menu.tsx";
import { TopicTitle } from "./topic-title.tsx";

const QueueDialog = laterDialog(() => import("./queue-dialog.tsx").then((file) => file.QueueDialog));

type ConversationHeaderProps = {
  conversation: string;
  topic: ConversationTopic;
  customerName: string;
  story: Channel[];
  me: Person;
  people: Colleague[];
  queues: QueueRef[];
  actions: TopicActions;
  onItem: (item: InboxItem) => void;
  onGone: (topic: string) => void;
  /** Gives the topic to another customer. */
  onGive: (() => void) | undefined;
  onlyTopic: boolean;
  onOnlyTopic: (only: boolean) => void;
  before: ReactNode;
  after: ReactNode;
};

export function ConversationHeader(props: ConversationHeaderProps) {
  const { topic, me, people, queues, actions, onlyTopic, onOnlyTopic } = props;
  const { t } = useTranslation();
  const textOf = usePresenceText();
  const phone = usePhone();
  const [open, setOpen] = useState<"assign" | "more" | "snooze" | "queue" | null>(null);
  const [renaming, setRenaming] = useState(false);
  const resolved = topic.status === "resolved";
  const many = queues.length > 1;
  const settle = () => (resolved ? actions.reopen() : actions.resolve());

  useShortcuts({
    e: settle,
    "Shift+E": () => {
      if (!resolved) actions.resolve();
      runShortcut("j");
    },
    i: () => actions.assign(me),
    u: () => actions.assign(null),
    t: () => setOpen("assign"),
    s: resolved ? undefined : () => setOpen("snooze"),
    m: () => setOpen("more"),
    v: many ? () => setOpen("queue") : undefined,
    o: () => onOnlyTopic(!onlyTopic),
    "Shift+R": () => setRenaming(true),
    "Shift+M": props.onGive,
  });

  const assignItems: MenuItem[] = [
    { kind: "label", text: t("conversation.assignTo") },
    {
      kind: "item",
      id: "me",
      text: t("conversation.assignMe"),
      keys: "i",
      checked: topic.assignee === me.id,
      onChoose: () => actions.assign(me),
    },
    ...[...people]
      .filter((person) => person.id !== me.id && (!topic.queue || worksIn(person, topic.queue)))
      .sort((left, right) => Number(right.online) - Number(left.online))
      .map(
        (person): MenuItem => ({
          kind: "item",
          id: person.id,
          text: person.name,
          checked: topic.assignee === person.id,
          icon: (
            <span className="tick">
              <PresenceDot state={person.presence.state} />
            </span>
          ),
          ...(person.presence.state === "online" ? {} : { aside: textOf(person.presence) }),
          onChoose: () => actions.assign(person),
        }),
      ),
    {
      kind: "item",
      id: "nobody",
      text: t("conversation.assignNobody"),
      keys: "u",
      checked: topic.assignee === null,
      onChoose: () => actions.assign(null),
    },
  ];
  const moreItems: MenuItem[] = [
    ...(phone
      ? ([
          {
            kind: "item",
            id: "resolve",
            text: t(resolved ? "conversation.reopen" : "conversation.resolve"),
            onChoose: settle,
          },
          {
            kind: "item",
            id: "take",
            text: t("conversation.take"),
            disabled: topic.assignee === me.id,
            onChoose: () => actions.assign(me),
          },
          {
            kind: "item",
            id: "assign",
            text: `${t("conversation.assign")}…`,
            onChoose: () => setTimeout(() => setOpen("assign"), 0),
          },
          {
            kind: "item",
            id: "snooze",
            text: `${t("snooze.snooze")}…`,
            disabled: resolved,
            onChoose: () => setTimeout(() => setOpen("snooze"), 0),
          },
        ] satisfies MenuItem[])
      : []),
    ...(many
      ? [
          {
            kind: "item" as const,
            id: "queue",
            text: `${t("queue.move")}…`,
            keys: "v",
            onChoose: () => setTimeout(() => setOpen("queue"), 0),
          },
        ]
      : []),
    ...(props.onGive
      ? [
          {
            kind: "item" as const,
            id: "give",
            text: `${t("conversation.give")}…`,
            keys: "Shift+M",
            onChoose: () => setTimeout(() => props.onGive?.(), 0),
          },
        ]
      : []),
    {
      kind: "item",
      id: "handover",
      text: `${t("handover.title")}…`,
      keys: "h",
      onChoose: () => setTimeout(() => runShortcut("h"), 0),
    },
    {
      kind: "item",
      id: "call",
      text: `${t("keys.call")}…`,
      keys: "d",
      onChoose: () => setTimeout(() => runShortcut("d"), 0),
    },
    {
      kind: "item",
      id: "rename",
      text: t("conversation.rename"),
      keys: "Shift+R",
      onChoose: () => setTimeout(() => setRenaming(true), 0),
    },
    {
      kind: "item",
      id: "only",
      text: t(onlyTopic ? "conversation.wholeConversation" : "conversation.onlyTopic"),
      keys: "o",
      onChoose: () => onOnlyTopic(!onlyTopic),
    },
  ];
  const assign = (
    <Menu
      label={t("conversation.assignTo")}
      items={assignItems}
      place="below-end"
      open={open === "assign"}
      onOpenChange={(now) => setOpen(now ? "assign" : null)}
      button={(button) => <IconButton icon="corner-up-right" label={t("conversation.assign")} keys="t" {...button} />}
    />
  );
  const more = (
    <Menu
      label={t("app.more")}
      items={moreItems}
      place="below-end"
      open={open === "more"}
      onOpenChange={(now) => setOpen(now ? "more" : null)}
      button={(button) => <IconButton icon="ellipsis" label={t("app.more")} keys="m" {...button} />}
    />
  );
  const snooze = (
    <SnoozeMenu
      topic={topic.id}
      actions={actions}
      snoozed={topic.status === "snoozed"}
      open={open === "snooze"}
      onOpenChange={(now) => setOpen(now ? "snooze" : null)}
    />
  );
  const move =
    open === "queue" ? (
      <QueueDialog
        topic={topic}
        queues={queues}
        people={people}
        onClose={() => setOpen(null)}
        onMoved={(item) => (item ? props.onItem(item) : props.onGone(topic.id))}
      />
    ) : null;
  const rename = (title: string | null) => {
    setRenaming(false);
    if (title) actions.rename(title);
  };
  if (phone)
    return (
      <header className="conv-top">
        {props.before}
        <div className="ttl">
          {renaming ? (
            <TopicTitle title={topic.title} editing onDone={rename} />
          ) : (
            <>
              <h1 dir="auto">{fullName(props.customerName) || t("customer.nameless")}</h1>
              <div className="m" dir="auto">
                {topic.title}
              </div>
            </>
          )}
        </div>
        <div className="acts">
          {props.after}
          {open === "assign" ? assign : open === "snooze" ? snooze : more}
          {move}
        </div>
      </header>
    );
  return (
    <header>
      <div className="ttl">
        {props.before}
        <TopicTitle title={topic.title} editing={renaming} onDone={rename} />
      </div>
      <div className="acts">
        {resolved ? null : snooze}
        {assign}
        {more}
        {props.after}
        {move}
        <Button look="line" keys="e" onClick={settle} aria-disabled={actions.pending}>
          {t(resolved ? "conversation.reopen" : "conversation.resolve")}
        </Button>
      </div>
      <div className="story">
        <Story story={props.story} />
        <span className="r">
          {many ? <QueueName id={topic.queue} queues={queues} /> : null}
          <span>
            <Owner topic={topic} me={me} actions={actions} />
          </span>
        </span>
        <Presence conversation={props.conversation} me={me.id} />
      </div>
    </header>
  );
}

/** Where it began and where it goes on; of a long way what lies between is told by its title. */
export function Story({ story }: { story: Channel[] }) {
  const { t } = useTranslation();
  const long = story.length > 3;
  return (
    <>
      {story.map((channel, index) => {
        const last = index === story.length - 1;
        if (long && index > 0 && !last)
          return index > 1 ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a channel may come back; its place is what it is
            <span key={index} title={story.map((one) => t(`channelIn.${one}`)).join(" → ")}>
              <span className="sep">→</span>
              <span aria-hidden="true">…</span>
              <span className="sr">
                {story
                  .slice(1, -1)
                  .map((one) => t(`channelIn.${one}`))
                  .join(" → ")}
              </span>
            </span>
          );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a channel may come back; its place is what it is
          <span key={index} className={last ? "here" : undefined}>
            {index > 0 ? <span className="sep">→</span> : null}
            <ChannelIcon channel={channel} />
            {t(`channelIn.${channel}`)}
          </span>
        );
      })}
    </>
  );
}

/** Where the topic waits; its key and the menu move it to another queue. */
function QueueName({ id, queues }: { id: string | null; queues: QueueRef[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queue = queues.find((one) => one.id === id);
  if (!queue) return null;
  return (
    <>
      <span title={`${t("queue.move")}, ${keyLabel("v")}`}>{queueName(queue, language)}</span>
      <span className="sep">·</span>
    </>
  );
}

function Owner({ topic, me, actions }: { topic: ConversationTopic; me: Person; actions: TopicActions }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  if (topic.status === "resolved") return <>{t("conversation.resolved")}</>;
  if (topic.status === "snoozed" && topic.snoozedUntil)
    return (
      <>
        <Moment at={topic.snoozedUntil}>{t("snooze.until", { time: ahead(topic.snoozedUntil, now, language) })}</Moment>
        <button type="button" className="link" onClick={actions.reopen}>
          {t("snooze.wake")}
        </button>
      </>
    );
  if (topic.assignee === me.id) return <>{t("conversation.yours")}</>;
  if (topic.assigneeName) return <>{t("conversation.theirs", { name: topic.assigneeName })}</>;
  return (
    <>
      {t("conversation.nobodys")}
      <button type="button" className="link" onClick={() => actions.assign(me)}>
        {t("conversation.take")}
        <kbd aria-hidden="true">I</kbd>
      </button>
    </>
  );
}

function Presence({ conversation, me }: { conversation: string; me: string }) {
  const { t } = useTranslation();
  const others = usePresent(conversation).filter((person) => person.id !== me && !person.customer);
  const loudest = others.find((person) => person.state === "typing") ?? others[0];
  return (
    <span role="status" aria-label={t("conversation.presence")} className="present">
      {loudest ? (
        <>
          <span className="sep">·</span>
          {others.map((person) => (
            <Avatar
              key={person.id}
              name={person.name}
              typing={person.state === "typing"}
              title={t(person.state === "typing" ? "conversation.typing" : "conversation.viewing", {
                name: person.name,
              })}
            />
          ))}
          <span aria-hidden="true">
            {t(loudest.state === "typing" ? "conversation.typing" : "conversation.viewing", {
              name: loudest.name.split(" ")[0],
            })}
          </span>
        </>
      ) : null}
    </span>
  );
}
