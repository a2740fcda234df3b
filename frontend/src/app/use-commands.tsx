import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ChannelIcon } from "../components/ui/channel-icon.tsx";
import { Icon, type IconName } from "../components/ui/icon.tsx";
import type { Command, CommandGroup } from "../features/command/components/command-bar.tsx";
import { useTopicActions } from "../features/conversation/use-topic-actions.ts";
import { itemsOf, type ListData } from "../features/inbox/cache.ts";
import { shownQueues } from "../features/inbox/components/queue-views.tsx";
import { fullName } from "../lib/format.ts";
import { useLanguage } from "../lib/i18n/setup.ts";
import { chooseTheme } from "../lib/preferences.ts";
import { queryKeys } from "../lib/query-keys.ts";
import { queueName, viewOfQueue, worksIn } from "../lib/queues.ts";
import { hasShortcut, runShortcut } from "../lib/shortcuts.ts";
import type { ConversationTopic, InboxItem, ViewName } from "../types/api.ts";
import { viewNames } from "../types/api.ts";
import type { Shell } from "./frame.tsx";

/** What the command bar offers here: actions, places, colleagues, and the customers on the list. */
export function useCommands(
  shell: Shell,
  /** The view of topics that is listed, if one is. */
  view: ViewName | null,
  /** What the place is called. */
  place: string,
  topic: ConversationTopic | undefined,
  customer: string | undefined,
  open: (item: InboxItem, how: "click") => void,
  onItem: (item: InboxItem) => void,
): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const actions = useTopicActions(topic?.id ?? null, onItem);
  const language = useLanguage();
  const { setCommands, me, people, counts, queues } = shell;

  useEffect(() => {
    const byKey = (keys: string, text: string, icon: IconName): Command[] =>
      hasShortcut(keys) ? [{ id: keys, text, keys, icon: <Icon name={icon} />, run: () => runShortcut(keys) }] : [];
    const onTopic = (): Command[] =>
      topic
        ? [
            ...byKey("r", t("keys.reply"), "message-square"),
            ...byKey("n", t("keys.note"), "sticky-note"),
            ...byKey("e", t(topic.status === "resolved" ? "conversation.reopen" : "conversation.resolve"), "check"),
            ...byKey("s", t("keys.snooze"), "alarm-clock"),
            ...(topic.assignee === me.id ? [] : byKey("i", t("keys.take"), "user")),
            ...byKey("t", t("keys.assign"), "corner-up-right"),
            ...(topic.assignee ? byKey("u", t("keys.unassign"), "circle-dashed") : []),
            ...byKey("v", t("keys.queue"), "layers"),
            ...byKey("p", t("keys.promise"), "hourglass"),
            ...byKey("Shift+K", t("keys.keepPromise"), "check"),
            ...byKey("Shift+T", t("keys.movePromise"), "hourglass"),
            ...byKey("Shift+Q", t("keys.askColleague"), "users"),
            ...byKey("Shift+L", t("keys.releasePromise"), "undo"),
            ...byKey("h", t("keys.handover"), "corner-up-right"),
            ...byKey("d", t("keys.call"), "phone"),
            ...byKey("Shift+R", t("keys.rename"), "pencil"),
            ...byKey("o", t("keys.onlyTopic"), "filter"),
            ...byKey("a", t("keys.attach"), "paperclip"),
            ...byKey("z", t("keys.undo"), "undo"),
            ...byKey("c", t("keys.customer"), "circle-user-round"),
            ...byKey("Shift+J", t("keys.joinCustomer"), "users"),
            ...byKey("Shift+M", t("keys.giveTopic"), "user"),
            ...byKey("Shift+D", t("keys.splitCustomer"), "users"),
          ]
        : [];
    const onList = (): Command[] => byKey("Shift+N", t("list.takeNext"), "inbox");
    const places = (): Command[] => [
      ...viewNames.map(
        (name): Command => ({
          id: name,
          text: t(`view.${name}`),
          keys: `g ${name[0]}`,
          icon: (
            <Icon
              name={
                name === "mine"
                  ? "inbox"
                  : name === "snoozed"
                    ? "alarm-clock"
                    : name === "resolved"
                      ? "archive"
                      : name === "all"
                        ? "layers"
                        : "circle-dashed"
              }
            />
          ),
          ...(counts ? { hint: String(counts.views[name]) } : {}),
          run: () => navigate(`/inbox/${name}`),
        }),
      ),
      {
        id: "promises",
        text: t("promise.heading"),
        keys: "g p",
        icon: <Icon name="hourglass" />,
        run: () => navigate("/inbox/promises:mine"),
      },
      {
        id: "occasions",
        text: t("rail.occasions"),
        keys: "g o",
        icon: <Icon name="sun" />,
        run: () => navigate("/occasions"),
      },
      ...(me.roles.some((role) => role !== "agent")
        ? [
            {
              id: "board",
              text: t("board.title"),
              keys: "g b",
              icon: <Icon name="gauge" />,
              run: () => navigate("/board"),
            },
            {
              id: "people",
              text: t("staff.title"),
              icon: <Icon name="users" />,
              run: () => navigate("/admin/people"),
            },
          ]
        : []),
      ...shownQueues(queues, counts).map(
        (queue, index): Command => ({
          id: viewOfQueue(queue.id),
          text: queueName(queue, language),
          ...(index < 9 ? { keys: `g ${index + 1}` } : {}),
          icon: <Icon name="layers" />,
          ...(counts ? { hint: String(counts.views[viewOfQueue(queue.id)] ?? 0) } : {}),
          run: () => navigate(`/inbox/${viewOfQueue(queue.id)}`),
        }),
      ),
      ...(me.roles.includes("administrator")
        ? [
            {
              id: "teams",
              text: t("teams.title"),
              icon: <Icon name="users" />,
              run: () => navigate("/admin/teams"),
            },
            {
              id: "departments",
              text: t("departments.title"),
              icon: <Icon name="users" />,
              run: () => navigate("/admin/departments"),
            },
            {
              id: "queues",
              text: t("queues.title"),
              icon: <Icon name="layers" />,
              run: () => navigate("/admin/queues"),
            },
            {
              id: "calendars",
              text: t("calendars.title"),
              icon: <Icon name="alarm-clock" />,
              run: () => navigate("/admin/calendars"),
            },
            {
              id: "facts",
              text: t("rail.facts"),
              icon: <Icon name="book-check" />,
              run: () => navigate("/admin/facts"),
            },
            {
              id: "asked",
              text: t("rail.asked"),
              icon: <Icon name="book-check" />,
              run: () => navigate("/admin/asked"),
            },
            {
              id: "dead",
              text: t("admin.deadLetters"),
              icon: <Icon name="mail-x" />,
              run: () => navigate("/admin/dead-letters"),
            },
            { id: "audit", text: t("admin.audit"), icon: <Icon name="scroll" />, run: () => navigate("/admin/audit") },
          ]
        : []),
    ];
    const listed = (): Command[] =>
      (view ? itemsOf(client.getQueryData<ListData>(queryKeys.list(view))) : []).map((item) => ({
        id: item.topic.id,
        text: `${fullName(item.customer.name)}, ${item.topic.title}`,
        icon: <ChannelIcon channel={item.channel} />,
        run: () => open(item, "click"),
      }));
    const colleagues = (): Command[] =>
      topic
        ? people
            .filter((person) => person.id !== me.id && (!topic.queue || worksIn(person, topic.queue)))
            .map((person) => ({
              id: person.id,
              text: person.name,
              icon: <Icon name="user" />,
              run: () => actions.assign(person),
            }))
        : [];
    const settings = (): Command[] => [
      ...(["light", "dark", "system"] as const).map((name) => ({
        id: name,
        text: `${t("settings.theme")}: ${t(`settings.${name}`).toLowerCase()}`,
        icon: <Icon name="sun" />,
        run: () => chooseTheme(name),
      })),
      { id: "keys", text: t("settings.keys"), keys: "?", icon: <Icon name="keyboard" />, run: () => runShortcut("?") },
    ];
    setCommands(() => {
      const groups: CommandGroup[] = [
        { label: t("command.topic"), commands: [...onTopic(), ...onList()] },
        { label: t("command.go"), commands: places() },
        { label: t("command.topics"), commands: listed() },
        { label: t("command.people"), commands: colleagues() },
        { label: t("command.settings"), commands: settings() },
      ];
      return {
        context: customer ? [customer, topic?.title].filter(Boolean).join(", ") : place,
        groups,
      };
    });
  }, [
    setCommands,
    me,
    people,
    counts,
    queues,
    language,
    topic,
    customer,
    view,
    place,
    t,
    navigate,
    client,
    open,
    actions,
  ]);
}
