import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { type Column, ListTable } from "../../../components/ui/list-table.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Colleague, Queue, Team } from "../../../types/api.ts";
import { teamsQuery } from "../api/get-teams.ts";
import { highest } from "../roles.ts";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";

type PeoplePageProps = { everybody: Colleague[]; queues: Queue[]; administrator: boolean };

/** Who works here, who is invited, and who left. */
export function PeoplePage({ everybody, queues, administrator }: PeoplePageProps) {
  const { t } = useTranslation();
  const how = useHow();
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const [inviting, setInviting] = useState(false);
  const here = everybody.filter((one) => one.active);
  const gone = everybody.filter((one) => !one.active);
  return (
    <ListPage
      title={t("staff.title")}
      intro={t(administrator ? "staff.intro" : "staff.introSupervisor")}
      add={administrator ? { text: t("staff.invite"), onAdd: () => setInviting(true) } : undefined}
    >
      <PeopleTable people={here} everybody={everybody} teams={teams} />
      {administrator && here.length < 2 ? <p className="empty">{how(t("staff.alone"))}</p> : null}
      {administrator ? <Invitations everybody={everybody} queues={queues} /> : null}
      {gone.length > 0 ? (
        <details className="gone">
          <summary>{t("staff.left", { count: gone.length })}</summary>
          <p className="m">{t("staff.leftIntro")}</p>
          <PeopleTable people={gone} everybody={everybody} teams={teams} />
        </details>
      ) : null}
      {inviting ? <InviteDialog queues={queues} onClose={() => setInviting(false)} /> : null}
    </ListPage>
  );
}

type PeopleTableProps = { people: Colleague[]; everybody: Colleague[]; teams: Team[] };

function PeopleTable({ people, everybody, teams }: PeopleTableProps) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const textOf = usePresenceText();
  return (
    <ListTable
      items={people}
      keyOf={(person) => person.id}
      head={t("staff.name")}
      name={(person) => person.name}
      mark={(person) => <PresenceDot state={person.active ? person.presence.state : "offline"} />}
      below={(person) => person.email}
      columns={[
        { head: t("staff.role"), cell: (person) => t(`staff.roles.${highest(person.roles)}`) },
        some(t("staff.speaks"), (person) => person.speaks.map((code) => languageName(code, screen)).join(", ")),
        some(t("staff.teams"), (person) =>
          teams
            .filter((team) => team.members.includes(person.id))
            .map((team) => team.name)
            .join(", "),
        ),
        {
          ...some(t("staff.coveredBy"), (person) => coverName(person, everybody, t("staff.theQueue"))),
          label: t("staff.coveredBy"),
        },
        {
          head: t("staff.stands"),
          cell: (person) => (person.active ? textOf(person.presence) : t("staff.hasLeft")),
        },
      ]}
      open={(person) => `/admin/people/${person.id}`}
    />
  );
}

/** What takes no room on a phone where there is nothing of it. */
function some(head: string, text: (person: Colleague) => string): Column<Colleague> {
  return {
    head,
    cell: (person) => text(person) || "–",
    className: (person) => (text(person) ? undefined : "blank"),
  };
}

/** Who takes over, by name. */
function coverName({ cover }: Colleague, everybody: Colleague[], queue: string): string {
  if (!cover) return "";
  return cover === "queue" ? queue : (everybody.find((one) => `person:${one.id}` === cover)?.name ?? "");
}
