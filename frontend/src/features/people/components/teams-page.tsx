import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { SomeOf } from "../../../components/ui/choices.tsx";
import { ConfirmRemoval } from "../../../components/ui/confirm-removal.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { FormDialog } from "../../../components/ui/form-dialog.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { changed, type ListChange, listChange, noChange } from "../../../lib/list-change.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Colleague, Team } from "../../../types/api.ts";
import { deleteTeam } from "../api/delete-team.ts";
import { teamsQuery } from "../api/get-teams.ts";
import { addTeam, changeTeam } from "../api/save-team.ts";

type Open = { kind: "edit"; team: Team | null } | { kind: "delete"; team: Team } | null;

/** Teams: people who work together under one name. */
export function TeamsPage({ everybody }: { everybody: Colleague[] }) {
  const { t } = useTranslation();
  const how = useHow();
  const client = useQueryClient();
  const teams = useQuery(teamsQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.teams });
  const items = teams.data?.items ?? [];
  const names = (team: Team) =>
    everybody
      .filter((one) => one.active && team.members.includes(one.id))
      .map((one) => one.name)
      .join(", ");
  return (
    <ListPage
      title={t("teams.title")}
      intro={t("teams.intro")}
      add={{ text: t("teams.add"), onAdd: () => setOpen({ kind: "edit", team: null }) }}
      read={teams}
    >
      {teams.isSuccess && items.length === 0 ? <p className="empty">{how(t("teams.none"))}</p> : null}
      <ListTable
        items={items}
        keyOf={(team) => team.id}
        head={t("teams.team")}
        name={(team) => team.name}
        columns={[{ head: t("teams.people"), cell: (team) => names(team) || t("teams.nobody") }]}
        open={(team) => () => setOpen({ kind: "edit", team })}
        acts={(team) => <Button onClick={() => setOpen({ kind: "delete", team })}>{t("teams.delete")}</Button>}
      />
      {open?.kind === "edit" ? (
        <TeamDialog
          team={items.find((team) => team.id === open.team?.id) ?? open.team}
          everybody={everybody}
          onSaved={() => void refresh().then(close)}
          onStale={refresh}
          onClose={close}
        />
      ) : null}
      {open?.kind === "delete" ? (
        <ConfirmRemoval
          title={t("teams.deleteTitle", { name: open.team.name })}
          action={t("teams.delete")}
          remove={() => deleteTeam(open.team.id)}
          list={queryKeys.teams}
          onClose={close}
        >
          <p>{t("teams.deleteMeans", { name: open.team.name, count: open.team.members.length })}</p>
        </ConfirmRemoval>
      ) : null}
    </ListPage>
  );
}

/** A team as it is being changed: who is put into it and taken out stays so, whoever else does the same meanwhile. */
type TeamDraft = { name: string; people: ListChange };

type TeamDialogProps = {
  team: Team | null;
  everybody: Colleague[];
  onSaved: () => void;
  onStale: () => Promise<void>;
  onClose: () => void;
};

function TeamDialog({ team, everybody, onSaved, onStale, onClose }: TeamDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const { draft, touched, dirty, set } = useDraft<TeamDraft>({ name: team?.name ?? "", people: noChange });
  const before = team?.members ?? [];
  const members = changed(before, draft.people);
  const save = useMutation({
    mutationFn: () => {
      const name = draft.name.trim();
      return team
        ? changeTeam(team, { ...(touched.name ? { name } : {}), ...(touched.people ? { members } : {}) })
        : addTeam({ name, members });
    },
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) => (isProblem(error, "changed-meanwhile") ? onStale() : undefined),
    onSuccess: onSaved,
  });
  const ofName = isProblem(save.error) && save.error.field === "name";
  return (
    <FormDialog
      title={team ? team.name : t("teams.add")}
      dirty={dirty}
      pending={save.isPending}
      error={ofName ? null : save.error}
      say={(error) => saySave(error, true)}
      action={t("app.save")}
      onSubmit={() => draft.name.trim() && save.mutate()}
      onClose={onClose}
    >
      <Field
        label={t("staff.name")}
        data-first
        required
        maxLength={80}
        fault={ofName ? say(save.error) : null}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <SomeOf
        label={t("teams.people")}
        values={members}
        choices={everybody.filter((one) => one.active).map((one) => ({ value: one.id, text: one.name }))}
        onChange={(next) => set({ people: listChange(before, next) })}
      />
    </FormDialog>
  );
}
