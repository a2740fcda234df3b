import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Colleague, Queue, Team } from "../../../types/api.ts";
import { teamsQuery } from "../api/get-teams.ts";
import { highest } from "../roles.ts";
import { Invitations } from "./invitations.tsx";
import { InviteDialog } from "./invite-dialog.tsx";

type PeoplePageProps = { everybody: Colleague[]; queues: Queue[]; administrator: boolean };

/** Who works here, who is invited, and who left. */
export function PeoplePage({ everybody, queues, administrator }: PeoplePageProps) {
  const { t } = useTranslation();
  const teams = useQuery(teamsQuery).data?.items ?? [];
  const [inviting, setInviting] = useState(false);
  const here = everybody.filter((one) => one.active);
  const gone = everybody.filter((one) => !one.active);
  useShortcuts({ n: administrator ? () => setInviting(true) : undefined });
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("staff.title")}</h1>
          <p className="m">{t(administrator ? "staff.intro" : "staff.introSupervisor")}</p>
        </div>
        {administrator ? (
          <Button look="line" keys="n" onClick={() => setInviting(true)}>
            {t("staff.invite")}
          </Button>
        ) : null}
      </header>
      <PeopleTable people={here} everybody={everybody} teams={teams} />
      {administrator && here.length < 2 ? <p className="empty">{t("staff.alone")}</p> : null}
      {administrator ? <Invitations everybody={everybody} queues={queues} /> : null}
      {gone.length > 0 ? (
        <details className="gone">
          <summary>{t("staff.left", { count: gone.length })}</summary>
          <p className="m">{t("staff.leftIntro")}</p>
          <PeopleTable people={gone} everybody={everybody} teams={teams} />
        </details>
      ) : null}
      {inviting ? <InviteDialog queues={queues} onClose={() => setInviting(false)} /> : null}
    </main>
  );
}

type PeopleTableProps = { people: Colleague[]; everybody: Colleague[]; teams: Team[] };

function PeopleTable({ people, everybody, teams }: PeopleTableProps) {
  const { t } = useTranslation();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t("staff.name")}</th>
          <th scope="col">{t("staff.role")}</th>
          <th scope="col">{t("staff.speaks")}</th>
          <th scope="col">{t("staff.teams")}</th>
          <th scope="col">{t("staff.coveredBy")}</th>
          <th scope="col">{t("staff.stands")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} everybody={everybody} teams={teams} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, everybody, teams }: { person: Colleague; everybody: Colleague[]; teams: Team[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const screen = useLanguage();
  const textOf = usePresenceText();
  const theirs = teams.filter((team) => team.members.includes(person.id));
  return (
    <tr className="goes" onClick={() => navigate(person.id)}>
      <th scope="row">
        <PresenceDot state={person.active ? person.presence.state : "offline"} />
        <span>
          <Link to={person.id} onClick={(event) => event.stopPropagation()}>
            {person.name}
          </Link>
          {person.email ? <small>{person.email}</small> : null}
        </span>
      </th>
      <td>{t(`staff.roles.${highest(person.roles)}`)}</td>
      <Cell text={person.speaks.map((code) => languageName(code, screen)).join(", ")} />
      <Cell text={theirs.map((team) => team.name).join(", ")} />
      <Cell text={coverName(person, everybody, t("staff.theQueue"))} label={t("staff.coveredBy")} />
      <td>{person.active ? textOf(person.presence) : t("staff.hasLeft")}</td>
    </tr>
  );
}

/** A cell that takes no room on a phone when there is nothing in it; there it is named, where its words need it. */
function Cell({ text, label }: { text: string; label?: string }) {
  if (!text) return <td className="blank">–</td>;
  return <td {...(label ? { "data-label": label } : {})}>{text}</td>;
}

/** Who takes over, by name. */
function coverName({ cover }: Colleague, everybody: Colleague[], queue: string): string {
  if (!cover) return "";
  return cover === "queue" ? queue : (everybody.find((one) => `person:${one.id}` === cover)?.name ?? "");
}
