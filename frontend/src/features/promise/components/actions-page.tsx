import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { isProblem } from "../../../lib/problem.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { PromiseActions } from "../../../types/promise.ts";
import { promiseActionsQuery } from "../api/get-promise-actions.ts";
import { savePromiseActions } from "../api/save-promise-actions.ts";

const most = 20;

/** What the house usually promises to do: sentences everybody can take, in each language. */
export function ActionsPage() {
  const { t } = useTranslation();
  const actions = useQuery(promiseActionsQuery);
  return (
    <main className="board person" id="conversation" tabIndex={-1} aria-busy={actions.isPending}>
      <header>
        <h1>{t("promise.actions.title")}</h1>
        <p className="m">{t("promise.actions.intro")}</p>
      </header>
      {actions.isError ? (
        <Trouble what={t("promise.actions.failed")} error={actions.error} onRetry={() => void actions.refetch()} />
      ) : null}
      {actions.data ? <ActionsForm kept={actions.data} /> : null}
    </main>
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function ActionsForm({ kept }: { kept: PromiseActions }) {
  const { t } = useTranslation();
  const say = useSaveProblemText();
  const client = useQueryClient();
  const before = { en: kept.en.join("\n"), nl: kept.nl.join("\n") };
  const form = useDraft(before);
  const { draft, dirty, set } = form;
  const tooMany = linesOf(draft.en).length > most || linesOf(draft.nl).length > most;
  const save = useMutation({
    mutationFn: savePromiseActions,
    // What somebody else made of them comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile")
        ? client.invalidateQueries({ queryKey: queryKeys.promiseActions })
        : undefined,
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.promiseActions, saved);
      form.saved();
      announce(t("staff.saved"));
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && !tooMany && !save.isPending)
      save.mutate({ en: linesOf(draft.en), nl: linesOf(draft.nl), version: kept.version });
  };
  return (
    <form className="form wide promise-actions" onSubmit={submit}>
      {(["en", "nl"] as const).map((language) => (
        <Sentences
          key={language}
          language={language}
          text={draft[language]}
          onChange={(text) => set({ [language]: text })}
        />
      ))}
      {tooMany ? <p className="fault">{t("promise.actions.tooMany", { count: most })}</p> : null}
      {save.isError ? (
        <p className="fault" role="alert">
          {say(save.error, dirty)}
        </p>
      ) : null}
      <SaveBar form={form} pending={save.isPending || tooMany} onSave={submit} />
    </form>
  );
}

type SentencesProps = { language: "en" | "nl"; text: string; onChange: (text: string) => void };

function Sentences({ language, text, onChange }: SentencesProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field words">
      <label htmlFor={id}>{t(`promise.actions.${language}`)}</label>
      <textarea
        id={id}
        className="inp"
        lang={language}
        rows={Math.max(4, text.split("\n").length + 1)}
        maxLength={4000}
        placeholder={t(`promise.actions.example-${language}`)}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
