import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { usePresenceText } from "../../../lib/presence-text.ts";
import type { Colleague, Person, Queue } from "../../../types/api.ts";
import { teamsQuery } from "../api/get-teams.ts";
import { useLooksAfter } from "../use-looks-after.ts";
import { ForgottenPassword } from "./forgotten-password.tsx";
import { Leaving } from "./leaving.tsx";
import { PersonForm } from "./person-form.tsx";
import { PersonWork } from "./person-work.tsx";

/** One person: who they are, what they do, what they have, and the way out. */
export function PersonPage({ me, everybody, queues }: { me: Person; everybody: Colleague[]; queues: Queue[] }) {
  const { t } = useTranslation();
  const { person: id } = useParams();
  const textOf = usePresenceText();
  const teams = useQuery(teamsQuery);
  const person = everybody.find((one) => one.id === id);
  const administrator = me.roles.includes("administrator");
  const looksAfter = useLooksAfter(person);
  if (!person)
    return (
      <main className="board" id="conversation" aria-busy={everybody.length === 0}>
        {everybody.length > 0 ? <p className="empty">{t("problem.not-found")}</p> : null}
      </main>
    );
  return (
    <main className="board person" id="conversation">
      <header>
        <h1>{person.name}</h1>
        <p className="m stands">
          <PresenceDot state={person.active ? person.presence.state : "offline"} />
          {[person.email, person.active ? textOf(person.presence) : t("staff.hasLeft"), person.presence.note]
            .filter(Boolean)
            .join(", ")}
        </p>
      </header>
      {looksAfter === false ? <p className="empty">{t("staff.notYours", { name: person.name })}</p> : null}
      {person.active && teams.isSuccess && (administrator || looksAfter) ? (
        <PersonForm
          key={person.id}
          person={person}
          teams={teams.data.items}
          everybody={everybody}
          queues={queues}
          administrator={administrator}
        />
      ) : null}
      {person.active && (administrator || looksAfter) ? <PersonWork person={person} people={everybody} /> : null}
      {administrator && person.active && person.id !== me.id ? <ForgottenPassword person={person} /> : null}
      {administrator ? <Leaving person={person} people={everybody} self={person.id === me.id} /> : null}
    </main>
  );
}
