import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useLocation } from "react-router";
import { IconButton } from "../../components/ui/button.tsx";
import { ErrorBoundary } from "../../components/ui/error-boundary.tsx";
import { later } from "../../components/ui/later.tsx";
import { draftedIn, drafts } from "../../features/composer/drafts.ts";
import { conversationQuery } from "../../features/conversation/api/get-conversation.ts";
import { entriesQuery } from "../../features/conversation/api/get-entries.ts";
import { shownQueues } from "../../features/inbox/components/queue-views.tsx";
import { TakeNext } from "../../features/inbox/components/take-next.tsx";
import { TopicList } from "../../features/inbox/components/topic-list.tsx";
import { viewTitle } from "../../features/inbox/view-title.ts";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { viewOfQueue } from "../../lib/queues.ts";
import { useSelected } from "../../lib/store.ts";
import { useCurrentInView } from "../../lib/use-current-in-view.ts";
import { useNarrow, usePhone } from "../../lib/use-media.ts";
import type { InboxItem, ViewName } from "../../types/api.ts";
import { viewNames } from "../../types/api.ts";
import type { Shell } from "../frame.tsx";
import { type Place, showOf, viewOf } from "../place.ts";
import { useRows } from "../realtime/use-watches.ts";

const PromiseList = later(
  () => import("../../features/promise/components/promise-list.tsx").then((file) => file.PromiseList),
  <section className="list" aria-busy="true" />,
);

/** Where a topic is. */
export type Whereabouts = Pick<InboxItem, "conversation"> & { topic: { id: string } };

type ListColumnProps = {
  shell: Shell;
  place: Place;
  /** The topic that is open. */
  selected: string | null;
  onOpen: (item: Whereabouts, how: "click" | "walk") => void;
  /** The next topic was taken from the queue. */
  onTaken: (item: InboxItem) => void;
};

/** The left column: topics of a view, or promises. */
export function ListColumn({ shell, place, selected, onOpen, onTaken }: ListColumnProps) {
  const phone = usePhone();
  const view = viewOf(place);
  const onRows = useRows(shell);
  const fetchAhead = useFetchAhead();
  const drafted = useSelected(drafts, draftedIn);
  const begun = useMemo(() => new Set(drafted.split(" ")), [drafted]);
  const edges = useEdges(shell);
  if (view === null) {
    return (
      <PromiseList
        show={showOf(place) ?? "mine"}
        me={shell.me.id}
        people={shell.me.roles.some((role) => role !== "agent") ? shell.people : null}
        queues={shell.queues?.items ?? []}
        selected={selected}
        {...edges}
        alone={phone}
        onOpen={(promise, how) => onOpen({ conversation: promise.conversation, topic: { id: promise.topic } }, how)}
      />
    );
  }
  const takes = view === "mine" || view === "unassigned";
  return (
    <ErrorBoundary>
      <TopicList
        view={view}
        counts={shell.counts}
        selected={selected}
        me={shell.me.id}
        queues={shell.queues}
        {...edges}
        act={takes ? <TakeNext onTaken={onTaken} /> : undefined}
        alone={phone}
        tabs={phone ? <Tabs shell={shell} /> : undefined}
        onOpen={onOpen}
        onNext={fetchAhead}
        begun={begun}
        onRows={onRows}
      />
    </ErrorBoundary>
  );
}

/** What stands at either end of the list's head where the rail is a sheet. */
function useEdges(shell: Shell) {
  const { t } = useTranslation();
  if (!useNarrow()) return { before: undefined, after: undefined };
  return {
    before: <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} />,
    after: <IconButton icon="search" label={t("rail.find")} keys="Mod+k" className="r" onClick={shell.openCommand} />,
  };
}

/** The next conversation is fetched while this one is read, so that going on does not wait. */
function useFetchAhead() {
  const client = useQueryClient();
  return useCallback(
    (item: InboxItem) => {
      void client.prefetchQuery(conversationQuery(item.conversation));
      void client.prefetchInfiniteQuery(entriesQuery(item.conversation, null));
    },
    [client],
  );
}

function Tabs({ shell: { counts, queues } }: { shell: Shell }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const tabs = useCurrentInView(`${useLocation().pathname} ${counts !== undefined}`);
  const shown = shownQueues(queues, counts);
  const views: ViewName[] = [...viewNames, ...(shown.length > 1 ? shown.map((queue) => viewOfQueue(queue.id)) : [])];
  return (
    <nav ref={tabs} className="tabs" aria-label={t("rail.label")}>
      <NavLink to="/inbox/promises:mine" replace className="last">
        {t("promise.heading")}
      </NavLink>
      {views.map((view) => (
        <NavLink key={view} to={`/inbox/${view}`} replace>
          {viewTitle(view, queues, t, language)}
          <span className="num">{counts ? (counts.views[view] ?? 0).toLocaleString(language) : ""}</span>
        </NavLink>
      ))}
    </nav>
  );
}
