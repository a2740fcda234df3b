import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Colleague, People } from "../../../types/api.ts";
import { personWorkQuery } from "../api/get-person-work.ts";
import { updatePerson } from "../api/update-person.ts";
import { CoverField } from "./cover-field.tsx";

/** The way out for somebody who leaves, and back in for who returns. Nothing they wrote is lost either way. */
export function Leaving({ person, people, self }: { person: Colleague; people: Colleague[]; self: boolean }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const work = useQuery({ ...personWorkQuery(person.id), enabled: person.active });
  const [asking, setAsking] = useState(false);
  const [to, setTo] = useState("queue");
  const change = useMutation({
    mutationFn: (active: boolean) => updatePerson(person.id, active ? { active } : { active, cover: to }),
    onSuccess: (saved) => {
      client.setQueryData<People>(
        queryKeys.people,
        (data) => data && { ...data, items: data.items.map((one) => (one.id === saved.id ? saved : one)) },
      );
      setAsking(false);
      announce(t(saved.active ? "staff.backIn" : "staff.out", { name: saved.name }));
    },
  });
  if (!person.active)
    return (
      <section className="now">
        <h2>{t("staff.hasLeftTitle")}</h2>
        <p>{t("staff.hasLeftMeans", { name: person.name })}</p>
        {change.isError ? (
          <p className="fault" role="alert">
            {say(change.error)}
          </p>
        ) : null}
        <p className="acts">
          <Button look="line" onClick={() => change.mutate(true)} aria-disabled={change.isPending}>
            {t("staff.letBackIn")}
          </Button>
        </p>
      </section>
    );
  const has = work.data ? work.data.open + work.data.snoozed : undefined;
  return (
    <section className="now">
      <h2>{t("staff.leaving")}</h2>
      <p className="m">{t(self ? "staff.notYourself" : "staff.leavingMeans")}</p>
      {self ? null : (
        <p className="acts">
          <Button
            look="line"
            onClick={() => {
              setTo(person.cover || "queue");
              change.reset();
              setAsking(true);
            }}
          >
            {t("staff.deactivate")}
          </Button>
        </p>
      )}
      {asking ? (
        <Confirm
          title={t("staff.deactivateTitle", { name: person.name })}
          action={t("staff.deactivateNow")}
          pending={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate(false)}
          onClose={() => setAsking(false)}
        >
          <ul className="means">
            <li>{t("staff.meansOut", { name: person.name })}</li>
            <li>{t("staff.meansName", { name: person.name })}</li>
            {person.roles.includes("administrator") ? <li>{t("staff.meansLinks", { name: person.name })}</li> : null}
            <li>
              {has === undefined
                ? t("staff.meansSomeWork")
                : has > 0
                  ? t("staff.meansWork", { count: has })
                  : t("staff.meansNoWork")}
            </li>
          </ul>
          <CoverField label={t("staff.to")} cover={to} person={person.id} people={people} onChange={setTo} />
          <p className="m">{t("staff.canComeBack")}</p>
        </Confirm>
      ) : null}
    </section>
  );
}
