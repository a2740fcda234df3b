import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { Field } from "../../../components/ui/field.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { FactKind } from "../../../types/fact.ts";
import { factKindsQuery } from "../api/get-fact-kinds.ts";
import { saveFactKind } from "../api/save-fact-kind.ts";
import { draftOf, freshKind, idOf, type KindDraft, wishOf } from "../kind-draft.ts";
import { PatternTry } from "./pattern-try.tsx";

/** One kind of one's own, or a new one: what it is called, how it is found, which questions ask for it. */
export function KindPage() {
  const { t } = useTranslation();
  const { kind: id } = useParams();
  const kinds = useQuery(factKindsQuery);
  if (kinds.isError || (kinds.isSuccess && id !== "new" && !ownOf(kinds.data.items, id)))
    return (
      <main className="board" id="conversation">
        {kinds.isError ? (
          <Trouble what={t("rail.facts")} error={kinds.error} onRetry={() => void kinds.refetch()} />
        ) : (
          <p className="empty">
            {t("problem.not-found")}{" "}
            <Link className="link" to="/admin/facts">
              {t("rail.facts")}
            </Link>
          </p>
        )}
      </main>
    );
  if (!kinds.data) return <main className="board" id="conversation" aria-busy="true" />;
  return (
    <KindForm key={id} kind={ownOf(kinds.data.items, id) ?? null} taken={kinds.data.items.map((one) => one.kind)} />
  );
}

const ownOf = (kinds: FactKind[], id: string | undefined) => kinds.find((one) => one.kind === id && !one.builtIn);

function KindForm({ kind, taken }: { kind: FactKind | null; taken: string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const before = kind ? draftOf(kind) : freshKind;
  const [touched, setTouched] = useState<Partial<KindDraft>>({});
  const draft = { ...before, ...touched };
  const set = (part: Partial<KindDraft>) => setTouched((now) => ({ ...now, ...part }));
  const dirty = JSON.stringify(draft) !== JSON.stringify(before);
  const save = useMutation({
    mutationFn: () => {
      const wish = wishOf(draft);
      return saveFactKind(kind?.kind ?? idOf(wish.name.en, taken), wish);
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: queryKeys.factKinds });
      setTouched({});
      announce(t("staff.saved"));
      if (!kind) navigate(`/admin/facts/${saved.kind}`, { replace: true });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && (draft.nl.trim() || draft.en.trim()) && !save.isPending) save.mutate();
  };
  useShortcuts({ "Mod+s": () => submit(), Escape: dirty ? () => setTouched({}) : undefined });
  const fault = isProblem(save.error) && save.error.field === "pattern" ? say(save.error) : null;
  return (
    <main className="board person" id="conversation">
      <header>
        <h1>{kind ? kind.name[language] : t("kinds.new")}</h1>
      </header>
      <form className="form wide" onSubmit={submit}>
        <section>
          <h2>{t("kinds.called")}</h2>
          <Field
            label={t("kinds.inDutch")}
            lang="nl"
            maxLength={60}
            placeholder="Lidnummer"
            value={draft.nl}
            onChange={(event) => set({ nl: event.target.value })}
          />
          <Field
            label={t("kinds.inEnglish")}
            lang="en"
            maxLength={60}
            placeholder="Membership number"
            value={draft.en}
            onChange={(event) => set({ en: event.target.value })}
          />
        </section>
        <section>
          <h2>{t("kinds.found")}</h2>
          <p className="m">{t("kinds.foundMeans")}</p>
          <PatternTry pattern={draft.pattern} fault={fault} onPattern={(pattern) => set({ pattern })} />
        </section>
        <section>
          <h2>{t("kinds.asked")}</h2>
          <p className="m">{t("kinds.askedMeans")}</p>
          <Lines
            label={t("kinds.asksDutch")}
            lang="nl"
            example="Wat is je lidnummer?"
            value={draft.asksNl}
            onChange={(asksNl) => set({ asksNl })}
          />
          <Lines
            label={t("kinds.asksEnglish")}
            lang="en"
            example="May I have your membership number?"
            value={draft.asksEn}
            onChange={(asksEn) => set({ asksEn })}
          />
        </section>
        {save.isError && !fault ? (
          <p className="fault" role="alert">
            {say(save.error)}
          </p>
        ) : null}
        <SaveBar dirty={dirty} pending={save.isPending} fresh={!kind} onDiscard={() => setTouched({})} />
      </form>
    </main>
  );
}

type LinesProps = {
  label: string;
  lang: string;
  example: string;
  value: string;
  onChange: (value: string) => void;
};

function Lines({ label, lang, example, value, onChange }: LinesProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang={lang}
        rows={3}
        maxLength={2400}
        placeholder={example}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
