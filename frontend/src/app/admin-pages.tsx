import "../lib/i18n/admin.ts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, NavLink, Route, Routes, useLocation } from "react-router";
import { IconButton } from "../components/ui/button.tsx";
import { AuditPage } from "../features/admin/components/audit-page.tsx";
import { DeadLettersPage } from "../features/admin/components/dead-letters-page.tsx";
import { AskedPage } from "../features/fact/components/asked-page.tsx";
import { KindPage } from "../features/fact/components/kind-page.tsx";
import { KindsPage } from "../features/fact/components/kinds-page.tsx";
import { RoutePage } from "../features/handover/components/route-page.tsx";
import { RoutesPage } from "../features/handover/components/routes-page.tsx";
import { TriggerPage } from "../features/journey/components/trigger-page.tsx";
import { TriggersPage } from "../features/journey/components/triggers-page.tsx";
import { teamsQuery } from "../features/people/api/get-teams.ts";
import { DepartmentsPage } from "../features/people/components/departments-page.tsx";
import { PeoplePage } from "../features/people/components/people-page.tsx";
import { PersonPage } from "../features/people/components/person-page.tsx";
import { TeamsPage } from "../features/people/components/teams-page.tsx";
import { ActionsPage } from "../features/promise/components/actions-page.tsx";
import { FiguresPage } from "../features/promise/components/figures-page.tsx";
import { CalendarPage } from "../features/queues/components/calendar-page.tsx";
import { CalendarsPage } from "../features/queues/components/calendars-page.tsx";
import { QueuePage } from "../features/queues/components/queue-page.tsx";
import { QueuesPage } from "../features/queues/components/queues-page.tsx";
import { useCurrentInView } from "../lib/use-current-in-view.ts";
import { useNarrow } from "../lib/use-media.ts";
import type { Shell } from "./frame.tsx";
import { useTitle } from "./use-title.ts";

/** What administrators look after; supervisors look after people. */
export function AdminPages({ shell }: { shell: Shell }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { watch } = shell;
  const teams = useQuery(teamsQuery).data?.items ?? [];
  useEffect(() => watch({}), [watch]);
  useTitle(t("rail.admin"), shell.counts?.waiting.mine ?? 0);
  const queues = [...(shell.queues?.items ?? []), ...(shell.queues?.others ?? [])];
  const administrator = shell.me.roles.includes("administrator");
  if (!administrator && !shell.me.roles.includes("supervisor"))
    return (
      <main className="trouble" id="conversation" tabIndex={-1}>
        <p>{t("admin.notAllowed")}</p>
        <Link className="link" to="/">
          {t("app.toInbox")}
        </Link>
      </main>
    );
  return (
    <div className={narrow ? "app two narrow" : "app two"}>
      {shell.rail}
      <div className="board-at">
        <div className="admin-top">
          {narrow ? <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} /> : null}
          <AdminNav administrator={administrator} />
        </div>
        <Routes>
          <Route
            path="people"
            element={
              <PeoplePage
                everybody={shell.everybody}
                queues={shell.queues?.items ?? []}
                administrator={administrator}
              />
            }
          />
          <Route
            path="people/:person"
            element={<PersonPage me={shell.me} everybody={shell.everybody} queues={shell.queues?.items ?? []} />}
          />
          <Route path="promises" element={<FiguresPage queues={queues} />} />
          {administrator ? <Route path="promise-actions" element={<ActionsPage />} /> : null}
          <Route path="asked" element={<AskedPage queues={queues} teams={teams} />} />
          <Route path="handovers" element={<RoutesPage administrator={administrator} />} />
          {administrator ? <Route path="handovers/:from/:to" element={<RoutePage />} /> : null}
          {administrator ? <Route path="teams" element={<TeamsPage everybody={shell.everybody} />} /> : null}
          {administrator ? <Route path="departments" element={<DepartmentsPage />} /> : null}
          {administrator ? <Route path="queues" element={<QueuesPage />} /> : null}
          {administrator ? <Route path="queues/:queue" element={<QueuePage />} /> : null}
          {administrator ? <Route path="calendars" element={<CalendarsPage />} /> : null}
          {administrator ? <Route path="calendars/:calendar" element={<CalendarPage />} /> : null}
          {administrator ? <Route path="facts" element={<KindsPage />} /> : null}
          {administrator ? <Route path="facts/:kind" element={<KindPage />} /> : null}
          {administrator ? <Route path="triggers" element={<TriggersPage />} /> : null}
          {administrator ? <Route path="triggers/:trigger" element={<TriggerPage />} /> : null}
          {administrator ? <Route path="dead-letters" element={<DeadLettersPage />} /> : null}
          {administrator ? (
            <Route path="audit" element={<AuditPage people={shell.everybody} queues={queues} />} />
          ) : null}
          <Route path="*" element={<Navigate to="/admin/people" replace />} />
        </Routes>
      </div>
    </div>
  );
}

/** What there is to look after, side by side. */
const pages = [
  { path: "people", name: "staff.title", everySupervisor: true },
  { path: "promises", name: "promise.figures.title", everySupervisor: true },
  { path: "asked", name: "rail.asked", everySupervisor: true },
  { path: "handovers", name: "handover.routes.title", everySupervisor: true },
  { path: "teams", name: "teams.title" },
  { path: "departments", name: "departments.title" },
  { path: "queues", name: "queues.title" },
  { path: "calendars", name: "calendars.title" },
  { path: "promise-actions", name: "promise.actions.title" },
  { path: "facts", name: "rail.facts" },
  { path: "triggers", name: "rail.triggers" },
  { path: "dead-letters", name: "rail.deadLetters" },
  { path: "audit", name: "rail.audit" },
] as const satisfies readonly { path: string; name: string; everySupervisor?: boolean }[];

function AdminNav({ administrator }: { administrator: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const nav = useCurrentInView(pathname);
  return (
    <nav className="admin-nav" aria-label={t("rail.admin")} ref={nav}>
      {pages
        .filter((page) => administrator || "everySupervisor" in page)
        .map((page) => (
          <NavLink key={page.path} to={`/admin/${page.path}`}>
            {t(page.name)}
          </NavLink>
        ))}
    </nav>
  );
}
