import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Dialog } from "../components/ui/dialog.tsx";
import { laterDialog } from "../components/ui/later.tsx";
import type { MenuItem } from "../components/ui/menu.tsx";
import { CallBanner } from "../features/call/components/call-banner.tsx";
import { CommandBar, type CommandGroup } from "../features/command/components/command-bar.tsx";
import { countDrafts, drafts } from "../features/composer/drafts.ts";
import { countsQuery } from "../features/inbox/api/get-counts.ts";
import { queuesQuery } from "../features/inbox/api/get-queues.ts";
import { shownQueues } from "../features/inbox/components/queue-views.tsx";
import { Rail } from "../features/inbox/components/rail.tsx";
import { RailFoot } from "../features/inbox/components/rail-foot.tsx";
import { peopleQuery } from "../features/people/api/get-people.ts";
import { PresenceLine } from "../features/people/components/presence-line.tsx";
import { unseen, useSayPresence } from "../features/people/use-presence.ts";
import { PromiseViews } from "../features/promise/components/promise-views.tsx";
import { Reminders } from "../features/promise/components/reminders.tsx";
import { usePromiseNotices } from "../features/promise/use-promise-notices.ts";
import { AccountMenu } from "../features/session/components/account-menu.tsx";
import { announce } from "../lib/announce.ts";
import { liveState } from "../lib/live-state.ts";
import { outbox } from "../lib/outbox.ts";
import { calendarOf, viewOfQueue } from "../lib/queues.ts";
import { type Shortcuts, useShortcuts } from "../lib/shortcuts.ts";
import { useSelected, useStore } from "../lib/store.ts";
import { useInput } from "../lib/use-input.ts";
import { useNarrow } from "../lib/use-media.ts";
import type { Colleague, Counts, Person, Queues } from "../types/api.ts";
import type { PromiseRecord } from "../types/promise.ts";
import type { Change, Watches } from "../types/push.ts";
import { connect, type Live } from "./realtime/connect.ts";
import { useNotices } from "./use-notices.ts";
import { useSaid } from "./use-said.tsx";

const AwayDialog = laterDialog(() =>
  import("../features/people/components/away-dialog.tsx").then((file) => file.AwayDialog),
);
const KeysHelp = laterDialog(() =>
  import("../features/command/components/keys-help.tsx").then((file) => file.KeysHelp),
);
const PhoneDialog = laterDialog(() =>
  import("../features/session/components/phone-dialog.tsx").then((file) => file.PhoneDialog),
);
const PasswordDialog = laterDialog(() =>
  import("../features/session/components/password-dialog.tsx").then((file) => file.PasswordDialog),
);

/** What the frame lends the page inside it. */
export type Shell = {
  me: Person;
  /** Those who work here. */
  people: Colleague[];
  /** Those who left, too. */
  everybody: Colleague[];
  counts: Counts | undefined;
  /** Those one works in, and those one may send topics to. */
  queues: Queues | undefined;
  /** The rail in its place, or nothing where it is a sheet. */
  rail: ReactNode;
  openRail: () => void;
  openCommand: () => void;
  /** One’s own phone: what rings, and for calls from here rings first. */
  openPhone: () => void;
  /** The page's own commands, for the command bar; asked when it opens. */
  setCommands: (commands: () => { context: string; groups: CommandGroup[] }) => void;
  watch: (watches: Watches) => void;
  sayPresence: Live["sayPresence"];
  onChange: (listener: (change: Change) => void) => () => void;
};

/** Everything signed in shares: the live connection, the rail, the command bar, the keys that work anywhere. */
export function Frame({ me, children }: { me: Person; children: (shell: Shell) => ReactNode }) {
  const navigate = useNavigate();
  const { t } = useTranslation();
  const narrow = useNarrow();
  const counts = useQuery(countsQuery);
  const people = useQuery(peopleQuery);
  const queues = useQuery(queuesQuery);
  const [open, setOpen] = useState<"rail" | "command" | "keys" | "away" | "phone" | "password" | null>(null);
  const [asked, setAsked] = useState("");
  const close = useCallback(() => {
    setOpen(null);
    setAsked("");
  }, []);
  // Not the drafts themselves: they change with every letter that is typed.
  const kept = useSelected(drafts, countDrafts);
  const unsent = useSelected(outbox, (all) => all.filter((one) => one.state === "failed").length);
  const commands = useRef<() => { context: string; groups: CommandGroup[] }>(() => ({ context: "", groups: [] }));
  const live = useLive();
  const everybody = people.data?.items ?? nobody;
  const present = useMemo(() => everybody.filter((one) => one.active), [everybody]);
  const self = everybody.find((one) => one.id === me.id);
  const presence = self?.presence ?? unseen;
  const { mutate: sayPresence } = useSayPresence(me.id);
  const comeBack = () => sayPresence({ state: "online" });
  useInput(live.sayInput, presence.reason === "idle");
  const looksAfter = me.roles.some((role) => role !== "agent");

  useShortcuts({
    "Mod+k": () => setOpen((now) => (now === "command" ? null : "command")),
    "/": () => setOpen("command"),
    "?": () => setOpen("keys"),
    "Shift+A": () => (presence.state === "away" ? comeBack() : setOpen("away")),
    "Shift+B": () => (presence.state === "busy" ? comeBack() : sayPresence({ state: "busy" })),
    "g m": () => navigate("/inbox/mine"),
    "g u": () => navigate("/inbox/unassigned"),
    "g s": () => navigate("/inbox/snoozed"),
    "g a": () => navigate("/inbox/all"),
    "g r": () => navigate("/inbox/resolved"),
    "g b": looksAfter ? () => navigate("/board") : undefined,
    "g o": () => navigate("/occasions"),
    "g p": () => navigate("/inbox/promises:mine"),
  });
  useQueueKeys(queues.data, counts.data);
  useConnectionNews();
  useNotices(counts.data?.waiting.mine);
  const openPromise = useCallback(
    (promise: PromiseRecord) => navigate(`/inbox/promises:mine/${promise.conversation}/${promise.topic}`),
    [navigate],
  );
  usePromiseNotices(me.id, openPromise);

  const online = useStore(liveState).status === "live";
  const standing: MenuItem[] = [
    { kind: "label", text: t("presence.label") },
    {
      kind: "item",
      id: "online",
      text: t("presence.onlineLong"),
      checked: presence.state === "online",
      onChoose: comeBack,
    },
    {
      kind: "item",
      id: "busy",
      text: t("presence.busyLong"),
      keys: "Shift+B",
      checked: presence.state === "busy",
      onChoose: () => sayPresence({ state: "busy" }),
    },
    {
      kind: "item",
      id: "away",
      text: t("presence.awayLong"),
      keys: "Shift+A",
      checked: presence.state === "away",
      onChoose: () => setTimeout(() => setOpen("away"), 0),
    },
  ];
  const rail = (
    <Rail
      counts={counts.data}
      people={present}
      queues={queues.data}
      me={me.id}
      promises={<PromiseViews onGone={close} />}
      looksAfter={looksAfter}
      onFind={() => setOpen("command")}
      onGone={close}
      foot={
        <RailFoot
          drafts={kept}
          unsent={unsent}
          standing={<PresenceLine presence={presence} onBack={comeBack} />}
          account={
            <AccountMenu
              person={me}
              presence={presence}
              live={online}
              standing={standing}
              onKeys={() => setOpen("keys")}
              onPhone={() => setOpen("phone")}
              onPassword={() => setOpen("password")}
            />
          }
        />
      }
    />
  );
  const shell: Shell = {
    me,
    people: present,
    everybody,
    counts: counts.data,
    queues: queues.data,
    rail: narrow ? null : rail,
    openRail: useCallback(() => setOpen("rail"), []),
    openCommand: useCallback(() => setOpen("command"), []),
    openPhone: useCallback(() => setOpen("phone"), []),
    setCommands: useCallback((next) => {
      commands.current = next;
    }, []),
    watch: live.watch,
    sayPresence: live.sayPresence,
    onChange: live.onChange,
  };
  const said = useSaid(open === "command" ? asked : "");
  const { context, groups } = open === "command" ? commands.current() : { context: "", groups: [] };
  return (
    <>
      <a className="skip" href="#conversation">
        {t("app.skip")}
      </a>
      {children(shell)}
      <CallBanner />
      <Reminders onOpen={openPromise} />
      {open === "rail" ? (
        <Dialog kind="left" label={t("rail.label")} onClose={close}>
          {rail}
        </Dialog>
      ) : null}
      {open === "command" ? (
        <CommandBar
          groups={groups}
          said={said}
          context={context}
          onQuery={setAsked}
          onClose={close}
          onKeys={() => setOpen("keys")}
        />
      ) : null}
      {open === "keys" ? <KeysHelp onClose={close} /> : null}
      {open === "phone" ? <PhoneDialog person={me} onClose={close} /> : null}
      {open === "password" ? <PasswordDialog person={me} onClose={close} /> : null}
      {open === "away" ? (
        <AwayDialog calendar={calendarOf(self, queues.data)} onSay={sayPresence} onClose={close} />
      ) : null}
    </>
  );
}

const nobody: Colleague[] = [];

const always = { counts: true, people: true, promises: true, calls: true } satisfies Watches;

type LiveShell = Pick<Shell, "watch" | "sayPresence" | "onChange">;

function useLive(): LiveShell & Pick<Live, "sayInput"> {
  const client = useQueryClient();
  const live = useRef<Live | null>(null);
  const watches = useRef<Watches>(always);
  const listeners = useRef(new Set<(change: Change) => void>());
  useEffect(() => {
    const connection = connect(client, (change) => {
      for (const listener of listeners.current) listener(change);
    });
    connection.watch(watches.current);
    live.current = connection;
    return () => {
      live.current = null;
      connection.stop();
    };
  }, [client]);
  return useMemo(
    () => ({
      watch: (next: Watches) => {
        watches.current = { ...next, ...always };
        live.current?.watch(watches.current);
      },
      sayPresence: (conversation: string, state: "viewing" | "typing" | "left", to?: string | null) =>
        live.current?.sayPresence(conversation, state, to),
      sayInput: () => live.current?.sayInput(),
      onChange: (listener: (change: Change) => void) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [],
  );
}

/** G and a digit: the queues in the order of the rail. */
function useQueueKeys(queues: Queues | undefined, counts: Counts | undefined) {
  const navigate = useNavigate();
  const shown = shownQueues(queues, counts);
  const keys: Shortcuts = {};
  for (const [index, queue] of (shown.length > 1 ? shown : []).slice(0, 9).entries())
    keys[`g ${index + 1}`] = () => navigate(`/inbox/${viewOfQueue(queue.id)}`);
  useShortcuts(keys);
}

/** Says aloud when the line is lost and when it is back. */
function useConnectionNews() {
  const { t } = useTranslation();
  const { status } = useStore(liveState);
  const before = useRef(status);
  useEffect(() => {
    if (status !== before.current && before.current !== "connecting") {
      if (status === "offline" || status === "away") announce(t(`say.${status}`));
      if (status === "live") announce(t("say.online"));
    }
    before.current = status;
  }, [status, t]);
}
