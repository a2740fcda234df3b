import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Trigger } from "../../../types/trigger.ts";
import { deleteTrigger } from "../api/delete-trigger.ts";
import { triggersQuery } from "../api/get-triggers.ts";
import { saveTrigger } from "../api/save-trigger.ts";
import { conditionOf } from "../trigger-draft.ts";

/** When visitors of our sites are invited to chat, and what became of it. */
export function TriggersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const say = useProblemText();
  const triggers = useQuery(triggersQuery);
  const [removed, setRemoved] = useState<Trigger | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: queryKeys.triggers });
  const remove = useMutation({
    mutationFn: (trigger: Trigger) => deleteTrigger(trigger.id),
    onSuccess: (_, trigger) => setRemoved(trigger),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: (trigger: Trigger) => saveTrigger(trigger.id, trigger),
    onSuccess: () => setRemoved(null),
    onSettled,
  });
  const add = () => navigate("/admin/triggers/new");
  useShortcuts({ n: add, z: removed ? () => restore.mutate(removed) : undefined });
  const error = remove.error ?? restore.error;
  const all = triggers.data?.items ?? [];
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("rail.triggers")}</h1>
          <p className="m">{t("triggers.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={add}>
          {t("triggers.add")}
        </Button>
      </header>
      {triggers.isError ? (
        <Trouble what={t("rail.triggers")} error={triggers.error} onRetry={() => void triggers.refetch()} />
      ) : null}
      <p className="kind-gone" role="status">
        {removed ? (
          <>
            {t("triggers.removed", { name: removed.name })}{" "}
            <Button look="line" keys="z" onClick={() => restore.mutate(removed)}>
              {t("kinds.undo")}
            </Button>
          </>
        ) : null}
      </p>
      {error ? (
        <p className="fault" role="alert">
          {say(error)}
        </p>
      ) : null}
      {triggers.isSuccess && all.length === 0 ? <p className="empty">{t("triggers.none")}</p> : null}
      {all.length > 0 ? (
        <TriggersTable triggers={all} onRemove={(trigger) => !remove.isPending && remove.mutate(trigger)} />
      ) : null}
      {triggers.data ? (
        <section>
          <h2>{t("triggers.caps")}</h2>
          <p className="m">
            {t("triggers.capsMean", {
              day: triggers.data.perDay,
              month: triggers.data.perMonth,
              rest: triggers.data.restDays,
            })}
          </p>
        </section>
      ) : null}
    </main>
  );
}

function TriggersTable({ triggers, onRemove }: { triggers: Trigger[]; onRemove: (trigger: Trigger) => void }) {
  const { t } = useTranslation();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t("triggers.name")}</th>
          <th scope="col">{t("triggers.when")}</th>
          <th scope="col">{t("triggers.became")}</th>
          <th scope="col">
            <span className="sr">{t("app.more")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {triggers.map((trigger) => (
          <tr key={trigger.id}>
            <th scope="row">
              <Link to={`/admin/triggers/${trigger.id}`}>{trigger.name}</Link>
              {trigger.active ? null : <small>{t("triggers.isOff")}</small>}
            </th>
            <td className="m2">{conditionOf(trigger, t)}</td>
            <td className="m2 num">
              {trigger.shown === 0
                ? t("triggers.nobodyYet")
                : t("triggers.counts", { shown: trigger.shown, taken: trigger.taken, dismissed: trigger.dismissed })}
            </td>
            <td>
              <Button onClick={() => onRemove(trigger)} aria-label={t("kinds.removeOne", { name: trigger.name })}>
                {t("kinds.remove")}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
