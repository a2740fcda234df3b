import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { Trigger } from "../../../types/trigger.ts";
import { triggersQuery } from "../api/get-triggers.ts";
import { saveTrigger } from "../api/save-trigger.ts";
import { draftOf, freshTrigger, lackOf, type TriggerDraft, triggerIdOf, wishOf } from "../trigger-draft.ts";

/** One trigger, or a new one: when it asks, what it says, how often. */
export function TriggerPage() {
  const { t } = useTranslation();
  const { trigger: id } = useParams();
  const triggers = useQuery(triggersQuery);
  const found = triggers.data?.items.find((one) => one.id === id);
  if (triggers.isError || (triggers.isSuccess && id !== "new" && !found))
    return (
      <main className="board" id="conversation">
        {triggers.isError ? (
          <Trouble what={t("rail.triggers")} error={triggers.error} onRetry={() => void triggers.refetch()} />
        ) : (
          <p className="empty">
            {t("problem.not-found")}{" "}
            <Link className="link" to="/admin/triggers">
              {t("rail.triggers")}
            </Link>
          </p>
        )}
      </main>
    );
  if (!triggers.data) return <main className="board" id="conversation" aria-busy="true" />;
  return <TriggerForm key={id} trigger={found ?? null} taken={triggers.data.items.map((one) => one.id)} />;
}

function TriggerForm({ trigger, taken }: { trigger: Trigger | null; taken: string[] }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const before = trigger ? draftOf(trigger) : freshTrigger;
  const [touched, setTouched] = useState<Partial<TriggerDraft>>({});
  const [tried, setTried] = useState(false);
  const draft = { ...before, ...touched };
  const set = (part: Partial<TriggerDraft>) => setTouched((now) => ({ ...now, ...part }));
  const dirty = JSON.stringify(draft) !== JSON.stringify(before);
  const lack = lackOf(draft);
  const lacks = (...which: (typeof lack)[]) =>
    tried && lack && which.includes(lack) ? t(`triggers.lack.${lack}`) : null;
  const save = useMutation({
    mutationFn: () => saveTrigger(trigger?.id ?? triggerIdOf(draft.name, taken), wishOf(draft)),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: queryKeys.triggers });
      setTouched({});
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
  const discard = () => {
    setTouched({});
    setTried(false);
  };
  useShortcuts({ "Mod+s": () => submit(), Escape: dirty ? discard : undefined });
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
          <Asked
            label={t("kinds.inDutch")}
            lang="nl"
            example="Loop je vast? We helpen je graag."
            value={draft.nl}
            fault={lacks("words")}
            onChange={(nl) => set({ nl })}
          />
          <Asked
            label={t("kinds.inEnglish")}
            lang="en"
            example="Are you stuck? We are glad to help."
            value={draft.en}
            fault={null}
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
            {say(save.error)}
          </p>
        ) : null}
        <SaveBar dirty={dirty} pending={save.isPending} onDiscard={discard} />
      </form>
    </main>
  );
}

type AskedProps = {
  label: string;
  lang: string;
  example: string;
  value: string;
  fault: string | null;
  onChange: (value: string) => void;
};

function Asked({ label, lang, example, value, fault, onChange }: AskedProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang={lang}
        rows={2}
        maxLength={200}
        placeholder={example}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  );
}
