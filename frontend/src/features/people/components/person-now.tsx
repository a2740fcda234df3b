import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { announce } from "../../../lib/announce.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Colleague, People } from "../../../types/api.ts";
import { updatePerson } from "../api/update-person.ts";
import { useLooksAfter } from "../use-looks-after.ts";
import { CoverField } from "./cover-field.tsx";
import { PersonWork } from "./person-work.tsx";

/** How somebody stands, who takes over from them, and what they have: what a supervisor may change at once. */
export function PersonNow({ person, people }: { person: Colleague; people: Colleague[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const textOf = usePresenceText();
  const say = useProblemText();
  const looksAfter = useLooksAfter(person);
  const change = useMutation({
    mutationFn: (cover: string) => updatePerson(person.id, { cover }),
    onSuccess: (saved) => {
      client.setQueryData<People>(
        queryKeys.people,
        (data) => data && { ...data, items: data.items.map((one) => (one.id === saved.id ? saved : one)) },
      );
      announce(t("staff.saved"));
    },
  });
  return (
    <div className="form person-now">
      <p className="m stands">
        <PresenceDot state={person.presence.state} />
        {[textOf(person.presence), person.presence.note].filter(Boolean).join(", ")}
      </p>
      {looksAfter === false ? <p>{t("staff.notYours", { name: person.name })}</p> : null}
      {looksAfter ? (
        <>
          <PersonWork person={person} people={people} />
          <CoverField
            label={t("staff.cover")}
            cover={person.cover ?? ""}
            person={person.id}
            people={people}
            undecided={t("staff.undecided")}
            onChange={(cover) => change.mutate(cover)}
          />
        </>
      ) : null}
      {change.isError ? (
        <p className="fault" role="alert">
          {say(change.error)}
        </p>
      ) : null}
      <p>
        <Link className="link" to={`/admin/people/${person.id}`}>
          {t("board.allOf", { name: person.name })}
        </Link>
      </p>
    </div>
  );
}
