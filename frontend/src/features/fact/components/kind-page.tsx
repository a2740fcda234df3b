import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { Field } from "../../../components/ui/field.tsx";
import { LinesField } from "../../../components/ui/lines-field.tsx";
import { OnePage } from "../../../components/ui/one-page.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { newId } from "../../../lib/new-id.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { FactKind } from "../../../types/fact.ts";
import { factKindsQuery } from "../api/get-fact-kinds.ts";
import { saveFactKind } from "../api/save-fact-kind.ts";
import { draftOf, freshKind, type KindDraft, wishOf } from "../kind-draft.ts";
import { PatternTry } from "./pattern-try.tsx";

/** One kind of one's own, or a new one: what it is called, how it is found, which questions ask for it. */
export function KindPage() {
  const { t } = useTranslation();
  const { kind: id } = useParams();
  const kinds = useQuery(factKindsQuery);
  const items = kinds.data?.items ?? [];
  return (
    <OnePage
      list={t("rail.facts")}
      to="/admin/facts"
      read={kinds}
      one={id === "new" ? null : items.find((one) => one.kind === id && !one.builtIn)}
    >
      {(kind) => <KindForm key={id} kind={kind} taken={items.map((one) => one.kind)} />}
    </OnePage>
  );
}

function KindForm({ kind, taken }: { kind: FactKind | null; taken: string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const before = kind ? draftOf(kind) : freshKind;
  const form = useDraft<KindDraft>(before);
  const { draft, dirty, set } = form;
  const save = useMutation({
    mutationFn: () => {
      const wish = wishOf(draft);
      return saveFactKind(kind?.kind ?? newId(wish.name.en, taken, "kind"), wish, kind?.version ?? "new");
    },
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile") ? client.invalidateQueries({ queryKey: queryKeys.factKinds }) : undefined,
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: queryKeys.factKinds });
      form.saved();
      announce(t("staff.saved"));
      if (!kind) navigate(`/admin/facts/${saved.kind}`, { replace: true });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && (draft.nl.trim() || draft.en.trim()) && !save.isPending) save.mutate();
  };
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
          <LinesField
            label={t("kinds.asksDutch")}
            lang="nl"
            rows={3}
            maxLength={2400}
            placeholder="Wat is je lidnummer?"
            value={draft.asksNl}
            onChange={(asksNl) => set({ asksNl })}
          />
          <LinesField
            label={t("kinds.asksEnglish")}
            lang="en"
            rows={3}
            maxLength={2400}
            placeholder="May I have your membership number?"
            value={draft.asksEn}
            onChange={(asksEn) => set({ asksEn })}
          />
        </section>
        {save.isError && !fault ? (
          <p className="fault" role="alert">
            {saySave(save.error, dirty)}
          </p>
        ) : null}
        <SaveBar form={form} pending={save.isPending} fresh={!kind} onSave={submit} />
      </form>
    </main>
  );
}
