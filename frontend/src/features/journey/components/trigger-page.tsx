import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { LinesField } from "../../../components/ui/lines-field.tsx";
import { OnePage } from "../../../components/ui/one-page.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { newId } from "../../../lib/new-id.ts";
import { isProblem } from "../../../lib/problem.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { Trigger } from "../../../types/trigger.ts";
import { triggersQuery } from "../api/get-triggers.ts";
import { saveTrigger } from "../api/save-trigger.ts";
import { draftOf, freshTrigger, lackOf, type TriggerDraft, wishOf } from "../trigger-draft.ts";

/** One trigger, or a new one: when it asks, what it says, how often. */
export function TriggerPage() {
  const { t } = useTranslation();
  const { trigger: id } = useParams();
  const triggers = useQuery(triggersQuery);
  const items = triggers.data?.items ?? [];
  return (
    <OnePage
      list={t("rail.triggers")}
      to="/admin/triggers"
      read={triggers}
      one={id === "new" ? null : items.find((one) => one.id === id)}
    >
      {(trigger) => <TriggerForm key={id} trigger={trigger} taken={items.map((one) => one.id)} />}
    </OnePage>
  );
}

function TriggerForm({ trigger, taken }: { trigger: Trigger | null; taken: string[] }) {
  const { t } = useTranslation();
  const say = useSaveProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const before = trigger ? draftOf(trigger) : freshTrigger;
  const form = useDraft<TriggerDraft>(before);
  const { draft, dirty, set } = form;
  const [tried, setTried] = useState(false);
  const lack = lackOf(draft);
  const lacks = (...which: (typeof lack)[]) =>
    tried && lack && which.includes(lack) ? t(`triggers.lack.${lack}`) : null;
  const save = useMutation({
    mutationFn: () =>
      saveTrigger(trigger?.id ?? newId(draft.name, taken, "trigger"), wishOf(draft), trigger?.version ?? "new"),
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile") ? client.invalidateQueries({ queryKey: queryKeys.triggers }) : undefined,
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: queryKeys.triggers });
      form.saved();
      setTried(false);
      announce(t("staff.saved"));
      if (!trigger) navigate(`/admin/triggers/${saved.id}`, { replace: true });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (dirty && lack === null && !save.isPending) save.mutate();
  };
  return (
    <main className="board person" id="conversation">
      <header>
        <p className="m">
          <Link className="link" to="/admin/triggers">
            {t("rail.triggers")}
          </Link>
        </p>
        <h1>{trigger ? trigger.name : t("triggers.new")}</h1>
      </header>
      <form className="form wide" onSubmit={submit} noValidate>
        <section>
          <Field
            label={t("triggers.name")}
            maxLength={60}
            placeholder={t("triggers.nameLike")}
            fault={lacks("name")}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <OneOf
            label={t("triggers.whether")}
            value={draft.active ? "on" : "off"}
            choices={[
              { value: "on", text: t("triggers.isOn") },
              { value: "off", text: t("triggers.isOff") },
            ]}
            onChoose={(wanted) => set({ active: wanted === "on" })}
          />
        </section>
        <section>
          <h2>{t("triggers.when")}</h2>
          <p className="m">{t("triggers.whenMeans")}</p>
          <Field
            label={t("triggers.place")}
            maxLength={100}
            placeholder={t("triggers.placeLike")}
            fault={lacks("where")}
            value={draft.place}
            onChange={(event) => set({ place: event.target.value })}
          />
          <Field
            label={t("triggers.over")}
            inputMode="decimal"
            placeholder="200"
            fault={lacks("over")}
            value={draft.over}
            onChange={(event) => set({ over: event.target.value })}
          />
          <Field
            label={t("triggers.wait")}
            inputMode="numeric"
            fault={lacks("wait")}
            value={draft.wait}
            onChange={(event) => set({ wait: event.target.value })}
          />
        </section>
        <section>
          <h2>{t("triggers.words")}</h2>
          <LinesField
            label={t("kinds.inDutch")}
            lang="nl"
            rows={2}
            maxLength={200}
            placeholder="Loop je vast? We helpen je graag."
            value={draft.nl}
            fault={lacks("words")}
            onChange={(nl) => set({ nl })}
          />
          <LinesField
            label={t("kinds.inEnglish")}
            lang="en"
            rows={2}
            maxLength={200}
            placeholder="Are you stuck? We are glad to help."
            value={draft.en}
            onChange={(en) => set({ en })}
          />
        </section>
        <section>
          <h2>{t("triggers.caps")}</h2>
          <Field
            label={t("triggers.days")}
            inputMode="numeric"
            fault={lacks("days")}
            value={draft.days}
            onChange={(event) => set({ days: event.target.value })}
          />
          <p className="m">{t("triggers.consent")}</p>
        </section>
        {save.isError ? (
          <p className="fault" role="alert">
            {say(save.error, dirty)}
          </p>
        ) : null}
        <SaveBar
          form={form}
          pending={save.isPending}
          fresh={!trigger}
          onSave={submit}
          onDiscard={() => setTried(false)}
        />
      </form>
    </main>
  );
}
