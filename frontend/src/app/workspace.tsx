import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useParams } from "react-router";
import { IconButton } from "../components/ui/button.tsx";
import { Dialog } from "../components/ui/dialog.tsx";
import { ErrorBoundary } from "../components/ui/error-boundary.tsx";
import { LettersHeld } from "../components/ui/letters-held.tsx";
import { conversationQuery } from "../features/conversation/api/get-conversation.ts";
import { topicShown } from "../features/conversation/components/conversation-pane.tsx";
import { viewTitle } from "../features/inbox/view-title.ts";
import { departmentsQuery } from "../features/people/api/get-departments.ts";
import { fullName } from "../lib/format.ts";
import { useLanguage } from "../lib/i18n/setup.ts";
import { Problem } from "../lib/problem.ts";
import { useShortcuts } from "../lib/shortcuts.ts";
import { useNarrow, usePhone, useSnug } from "../lib/use-media.ts";
import type { Department, InboxItem } from "../types/api.ts";
import { CustomerColumn } from "./columns/customer-column.tsx";
import { ListColumn, type Whereabouts } from "./columns/list-column.tsx";
import { ThreadColumn } from "./columns/thread-column.tsx";
import type { Shell } from "./frame.tsx";
import { type Place, placeOf, viewOf } from "./place.ts";
import { useNews } from "./realtime/use-news.ts";
import { useOwnChanges } from "./realtime/use-own-changes.ts";
import { usePresence } from "./realtime/use-presence.ts";
import { useWatches } from "./realtime/use-watches.ts";
import { useCommands } from "./use-commands.tsx";
import { useLeading } from "./use-leading.ts";
import { useSeen } from "./use-seen.ts";
import { useTitle } from "./use-title.ts";
import { useWhereItIs } from "./use-where-it-is.ts";
import { useWishes } from "./use-wishes.ts";
import { useDialogs, WorkspaceDialogs } from "./workspace-dialogs.tsx";

/** The inbox: lists, conversation, customer. */
export function Workspace({ shell }: { shell: Shell }) {
  const parameters = useParams();
  const place = placeOf(parameters.view, shell.queues);
  if (!place) return <Navigate to="/inbox/mine" replace />;
  return (
    <Columns
      shell={shell}
      place={place}
      conversation={parameters.conversation ?? null}
      topic={parameters.topic ?? null}
    />
  );
}

const noDepartments: Department[] = [];

type ColumnsProps = { shell: Shell; place: Place; conversation: string | null; topic: string | null };

function Columns({ shell, place, conversation, topic: wanted }: ColumnsProps) {
  const { t } = useTranslation();
  const view = viewOf(place);
  const language = useLanguage();
  const navigate = useNavigate();
  const [phone, narrow, snug] = [usePhone(), useNarrow(), useSnug()];
  const [sheet, setSheet] = useState(false);
  const facts = useLeading(conversation);
  const wishes = useWishes(conversation);
  const changes = useOwnChanges(shell);
  const dialogs = useDialogs();
  const seen = useSeen(conversation);
  const found = useQuery({ ...conversationQuery(conversation ?? ""), enabled: conversation !== null });
  // Of whom we do not know any more, or may not, nothing stays on the screen.
  const gone = found.error instanceof Problem && found.error.status === 404;
  const head = conversation && !gone ? found.data : undefined;
  const topic = topicShown(head, wanted);
  // What is asked for while the conversation is on its way opens when it is here.
  const askable = topic !== undefined || (conversation !== null && found.isPending);
  const departments = useQuery(departmentsQuery).data?.items ?? noDepartments;
  const placeName = view === null ? t("promise.heading") : viewTitle(view, shell.queues, t, language);

  const open = useCallback(
    (item: Whereabouts, how: "click" | "walk" = "click") =>
      navigate(`/inbox/${place}/${item.conversation}/${item.topic.id}`, { replace: how === "walk" }),
    [navigate, place],
  );
  useWhereItIs(conversation, head?.id, (now) => navigate(`/inbox/${place}/${now}/${wanted ?? ""}`, { replace: true }));
  useWatches(shell, view, conversation);
  usePresence(shell, conversation);
  useNews(shell, conversation);
  useTitle(head ? fullName(head.customer.name) : placeName, shell.counts?.waiting.mine ?? 0);
  useShortcuts({
    p: askable ? () => dialogs.promise() : undefined,
    h: askable ? dialogs.handOver : undefined,
    d: askable ? dialogs.call : undefined,
    c: conversation
      ? () => (snug ? setSheet((now) => !now) : document.querySelector<HTMLElement>(".cust")?.focus())
      : undefined,
    "Shift+J": head ? () => dialogs.customer({ kind: "find" }) : undefined,
    "Shift+D": head ? () => dialogs.customer({ kind: "split" }) : undefined,
  });
  useCommands(shell, view, placeName, topic, head?.customer.name, open, changes.onItem);

  const customer = conversation ? (
    <CustomerColumn
      conversation={conversation}
      head={head}
      topic={topic?.id ?? null}
      departments={departments}
      facts={facts}
      onAsk={(question) => {
        setSheet(false);
        wishes.ask({ kind: "ask", question });
      }}
      onDialog={dialogs.customer}
      onSource={(entry) => {
        setSheet(false);
        facts.lead({ entry });
      }}
      onTopic={(one) => {
        setSheet(false);
        open({ conversation, topic: one });
      }}
      onOther={(other) => navigate(`/inbox/${place}/${other}`)}
    />
  ) : null;
  return (
    <div className={phone ? "app phone" : snug ? (narrow ? "app narrow" : "app snug") : "app"}>
      {shell.rail}
      {phone && conversation ? null : (
        <ListColumn
          shell={shell}
          place={place}
          selected={wanted ?? topic?.id ?? null}
          onOpen={open}
          onTaken={(item: InboxItem) => {
            changes.onItem(item);
            navigate(`/inbox/mine/${item.conversation}/${item.topic.id}`);
          }}
        />
      )}
      {conversation ? (
        <ErrorBoundary key={conversation}>
          <ThreadColumn
            shell={shell}
            conversation={conversation}
            head={head}
            wanted={wanted}
            topic={topic}
            departments={departments}
            dialogs={dialogs}
            changes={changes}
            facts={facts}
            wishes={wishes}
            seen={seen}
            before={
              phone ? (
                <IconButton
                  icon="chevron-left"
                  label={t("conversation.backToList")}
                  onClick={() => navigate(`/inbox/${place}`)}
                />
              ) : null
            }
            after={
              snug ? (
                <IconButton
                  icon="circle-user-round"
                  label={t("conversation.customer")}
                  keys="c"
                  onClick={() => setSheet(true)}
                />
              ) : null
            }
            onOpen={open}
            onGone={(gone) => {
              changes.onGone(gone);
              navigate(`/inbox/${place}`);
            }}
            onFact={(kind) => {
              if (snug) setSheet(true);
              facts.lead({ kind });
            }}
          />
        </ErrorBoundary>
      ) : phone ? null : (
        <main className="conv none" id="conversation" tabIndex={-1}>
          <p className="b">{t("conversation.noneTitle")}</p>
          <p className="m">
            {t(view && shell.counts?.views[view] === 0 ? "conversation.noneHere" : "conversation.none")}
          </p>
        </main>
      )}
      {snug || (found.isError && !head) ? null : customer}
      {head ? (
        <WorkspaceDialogs
          dialogs={dialogs}
          head={head}
          topic={topic}
          me={shell.me}
          onPhone={shell.openPhone}
          onErased={() => {
            dialogs.customer(null);
            navigate(`/inbox/${place}`);
          }}
          seen={seen.entry}
          onEntry={changes.onEntry}
          onOpen={(to, at) => navigate(`/inbox/${place}/${to}/${at ?? ""}`)}
        />
      ) : dialogs.asked && found.isPending ? (
        <LettersHeld />
      ) : null}
      {snug && sheet && customer ? (
        <Dialog
          kind="right"
          label={t("customer.label")}
          onClose={() => {
            setSheet(false);
            facts.lead(null);
          }}
        >
          {customer}
        </Dialog>
      ) : null}
    </div>
  );
}
