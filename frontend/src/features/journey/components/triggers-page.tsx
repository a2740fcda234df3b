import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { ListPage, UndoNotice } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useHow } from "../../../lib/use-how.ts";
import { useTakeBack } from "../../../lib/use-take-back.ts";
import type { Trigger } from "../../../types/trigger.ts";
import { deleteTrigger } from "../api/delete-trigger.ts";
import { triggersQuery } from "../api/get-triggers.ts";
import { saveTrigger } from "../api/save-trigger.ts";
import { conditionOf } from "../trigger-draft.ts";

/** When visitors of our sites are invited to chat, and what became of it. */
export function TriggersPage() {
  const { t } = useTranslation();
  const how = useHow();
  const navigate = useNavigate();
  const say = useProblemText();
  const triggers = useQuery(triggersQuery);
  const removal = useTakeBack<Trigger>({
    act: (trigger) => deleteTrigger(trigger.id),
    back: (trigger) => saveTrigger(trigger.id, trigger, "new"),
    key: queryKeys.triggers,
  });
  const all = triggers.data?.items ?? [];
  return (
    <ListPage
      title={t("rail.triggers")}
      intro={t("triggers.intro")}
      add={{ text: t("triggers.add"), onAdd: () => navigate("/admin/triggers/new") }}
      read={triggers}
    >
      <UndoNotice
        done={removal}
        words={(trigger) => t("triggers.removed", { name: trigger.name })}
        action={t("kinds.undo")}
        say={say}
      />
      {triggers.isSuccess && all.length === 0 ? <p className="empty">{how(t("triggers.none"))}</p> : null}
      <ListTable
        items={all}
        keyOf={(trigger) => trigger.id}
        head={t("triggers.name")}
        name={(trigger) => trigger.name}
        below={(trigger) => (trigger.active ? null : t("triggers.isOff"))}
        columns={[
          { head: t("triggers.when"), cell: (trigger) => conditionOf(trigger, t), className: () => "m2" },
          {
            head: t("triggers.became"),
            cell: ({ shown, taken, dismissed }) =>
              shown === 0 ? t("triggers.nobodyYet") : t("triggers.counts", { shown, taken, dismissed }),
            className: () => "m2 num",
          },
        ]}
        open={(trigger) => `/admin/triggers/${trigger.id}`}
        acts={(trigger) => (
          <Button onClick={() => removal.act(trigger)} aria-label={t("kinds.removeOne", { name: trigger.name })}>
            {t("kinds.remove")}
          </Button>
        )}
      />
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
    </ListPage>
  );
}
