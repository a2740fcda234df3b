import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { SomeOf } from "../../../components/ui/choices.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Colleague, Team } from "../../../types/api.ts";
import { deleteTeam } from "../api/delete-team.ts";
import { teamsQuery } from "../api/get-teams.ts";
import { saveTeam } from "../api/save-team.ts";

type Open = { kind: "edit"; team: Team | null } | { kind: "delete"; team: Team } | null;

/** Teams: people who work together under one name. */
export function TeamsPage({ everybody }: { everybody: Colleague[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const teams = useQuery(teamsQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.teams });
  const remove = useMutation({
    mutationFn: (team: Team) => deleteTeam(team.id),
    onSuccess: close,
    onSettled: refresh,
  });
  useShortcuts({ n: () => setOpen({ kind: "edit", team: null }) });
  const items = teams.data?.items ?? [];
  const names = (team: Team) =>
    everybody
      .filter((one) => one.active && team.members.includes(one.id))
      .map((one) => one.name)
      .join(", ");
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("teams.title")}</h1>
          <p className="m">{t("teams.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={() => setOpen({ kind: "edit", team: null })}>
          {t("teams.add")}
        </Button>
      </header>
      {teams.isError ? (
        <Trouble what={t("teams.title")} error={teams.error} onRetry={() => void teams.refetch()} />
      ) : null}
      {teams.isSuccess && items.length === 0 ? <p className="empty">{t("teams.none")}</p> : null}
      {items.length > 0 ? (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t("teams.team")}</th>
              <th scope="col">{t("teams.people")}</th>
              <th scope="col">
                <span className="sr">{t("app.more")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((team) => (
              <tr key={team.id}>
                <th scope="row">{team.name}</th>
                <td>{names(team) || t("teams.nobody")}</td>
                <td>
                  <Button onClick={() => setOpen({ kind: "edit", team })}>{t("teams.change")}</Button>
                  <Button onClick={() => setOpen({ kind: "delete", team })}>{t("teams.delete")}</Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open?.kind === "edit" ? (
        <TeamDialog team={open.team} everybody={everybody} onSaved={() => void refresh().then(close)} onClose={close} />
      ) : null}
      {open?.kind === "delete" ? (
        <Confirm
          title={t("teams.deleteTitle", { name: open.team.name })}
          action={t("teams.delete")}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(open.team)}
          onClose={close}
        >
          <p>{t("teams.deleteMeans", { name: open.team.name, count: open.team.members.length })}</p>
        </Confirm>
      ) : null}
    </main>
  );
}

type TeamDialogProps = { team: Team | null; everybody: Colleague[]; onSaved: () => void; onClose: () => void };

function TeamDialog({ team, everybody, onSaved, onClose }: TeamDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState<string[]>(team?.members ?? []);
  const save = useMutation({
    mutationFn: () => saveTeam(team?.id ?? null, { name: name.trim(), members }),
    onSuccess: onSaved,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !save.isPending) save.mutate();
  };
  const title = team ? team.name : t("teams.add");
  const ofName = isProblem(save.error) && save.error.field === "name";
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t("staff.name")}
          data-first
          required
          maxLength={80}
          fault={ofName ? say(save.error) : null}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SomeOf
          label={t("teams.people")}
          values={members}
          choices={everybody.filter((one) => one.active).map((one) => ({ value: one.id, text: one.name }))}
          onChange={setMembers}
        />
        {save.isError && !ofName ? (
          <p className="fault" role="alert">
            {say(save.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" aria-disabled={save.isPending}>
            {t("app.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
