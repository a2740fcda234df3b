import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { OneOf, SomeOf } from "../../../components/ui/choices.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { LanguagesField } from "../../../components/ui/languages-field.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { changed, listChange } from "../../../lib/list-change.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { Colleague, People, Queue, Team } from "../../../types/api.ts";
import { placePerson } from "../api/place-person.ts";
import { updatePerson } from "../api/update-person.ts";
import { changeOf, draftOf, losesQueue, type PersonDraft, teamsOf } from "../person-draft.ts";
import { roles } from "../roles.ts";
import { CapacityField } from "./capacity-field.tsx";
import { CoverField } from "./cover-field.tsx";
import { QueuesField } from "./queues-field.tsx";

type PersonFormProps = {
  person: Colleague;
  teams: Team[];
  everybody: Colleague[];
  queues: Queue[];
  administrator: boolean;
};

/** What is known of somebody; it is kept when it is saved, and not before. */
export function PersonForm({ person, teams, everybody, queues, administrator }: PersonFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const client = useQueryClient();
  const before = useMemo(() => draftOf(person), [person]);
  const form = useDraft<PersonDraft>(before);
  const { draft, set } = form;
  const change = changeOf(before, draft, administrator);
  const were = teamsOf(person, teams);
  const placed = changed(were, draft.teams);
  const moved = administrator && placed.join() !== were.join();
  const dirty = moved || Object.keys(change).length > 0;
  const save = useMutation({
    mutationFn: async () => {
      if (moved) await placePerson(person.id, were, placed);
      return Object.keys(change).length > 0 ? updatePerson(person.id, change) : person;
    },
    // Teams go first: they are changed also where the rest is refused; and what somebody else made of them comes below what was
    // changed here, and can be saved over knowingly.
    onSettled: () => (moved ? client.invalidateQueries({ queryKey: queryKeys.teams }) : undefined),
    onSuccess: (saved) => {
      client.setQueryData<People>(
        queryKeys.people,
        (data) => data && { ...data, items: data.items.map((one) => (one.id === saved.id ? saved : one)) },
      );
      form.saved();
      announce(t("staff.saved"));
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && !save.isPending) save.mutate();
  };
  const fault = isProblem(save.error) ? save.error.field : null;
  return (
    <form className="form wide" onSubmit={submit}>
      {administrator ? (
        <section>
          <h2>{t("staff.who")}</h2>
          <Field
            label={t("staff.name")}
            required
            maxLength={100}
            fault={fault === "name" ? say(save.error) : null}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <OneOf
            label={t("staff.role")}
            value={draft.role}
            choices={roles.map((one) => ({ value: one, text: t(`staff.roles.${one}`) }))}
            onChoose={(role) => set({ role })}
          />
          <p className="m">{t(`staff.roleMeans.${draft.role}`)}</p>
          <LanguagesField label={t("staff.speaks")} speaks={draft.speaks} onChange={(speaks) => set({ speaks })} />
          <SomeOf
            label={t("staff.teams")}
            values={placed}
            choices={teams.map((team) => ({ value: team.id, text: team.name }))}
            none={t("staff.noTeams")}
            onChange={(next) => set({ teams: listChange(were, next) })}
          />
        </section>
      ) : null}
      {administrator && queues.length > 1 ? (
        <section>
          <h2>{t("staff.where")}</h2>
          <QueuesField
            queues={queues}
            role={draft.role}
            value={draft.queues}
            loses={losesQueue(before, draft)}
            onChange={(next) => set({ queues: next })}
          />
        </section>
      ) : null}
      <section>
        <h2>{t("staff.howWork")}</h2>
        <CapacityField capacity={draft.capacity} onChange={(capacity) => set({ capacity })} />
        <CoverField
          label={t("staff.cover")}
          cover={draft.cover}
          person={person.id}
          people={everybody}
          undecided={t("staff.undecided")}
          onChange={(cover) => set({ cover })}
        />
        <p className="m">{t("staff.coverMeans")}</p>
        {administrator ? (
          <>
            <Field
              label={t("staff.phone")}
              type="tel"
              maxLength={30}
              fault={fault === "phone" ? say(save.error) : null}
              value={draft.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
            <p className="m">{t("staff.phoneMeans")}</p>
          </>
        ) : null}
      </section>
      {save.isError && fault !== "name" && fault !== "phone" ? (
        <p className="fault" role="alert">
          {saySave(save.error, dirty)}
        </p>
      ) : null}
      <SaveBar form={form} dirty={dirty} pending={save.isPending} onSave={submit} />
    </form>
  );
}
