import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import type { FactKind } from "../../../types/fact.ts";
import { deleteFactKind } from "../api/delete-fact-kind.ts";
import { factKindsQuery } from "../api/get-fact-kinds.ts";
import { saveFactKind } from "../api/save-fact-kind.ts";

/** What is remembered of customers: the kinds of one's own, and those there always are. */
export function KindsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const say = useProblemText();
  const kinds = useQuery(factKindsQuery);
  const [removed, setRemoved] = useState<FactKind | null>(null);
  const onSettled = () => client.invalidateQueries({ queryKey: queryKeys.factKinds });
  const remove = useMutation({
    mutationFn: (kind: FactKind) => deleteFactKind(kind.kind),
    onSuccess: (_, kind) => setRemoved(kind),
    onSettled,
  });
  const restore = useMutation({
    mutationFn: (kind: FactKind) => saveFactKind(kind.kind, kind),
    onSuccess: () => setRemoved(null),
    onSettled,
  });
  const add = () => navigate("/admin/facts/new");
  useShortcuts({ n: add, z: removed ? () => restore.mutate(removed) : undefined });
  const all = kinds.data?.items ?? [];
  const own = all.filter((one) => !one.builtIn);
  const error = remove.error ?? restore.error;
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("rail.facts")}</h1>
          <p className="m">{t("kinds.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={add}>
          {t("kinds.add")}
        </Button>
      </header>
      {kinds.isError ? (
        <Trouble what={t("rail.facts")} error={kinds.error} onRetry={() => void kinds.refetch()} />
      ) : null}
      <p className="kind-gone" role="status">
        {removed ? (
          <>
            {t("kinds.removed", { name: removed.name[language] })}{" "}
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
      {kinds.isSuccess && own.length === 0 ? <p className="empty">{t("kinds.none")}</p> : null}
      {own.length > 0 ? <KindsTable kinds={own} onRemove={(kind) => !remove.isPending && remove.mutate(kind)} /> : null}
      {kinds.isSuccess ? (
        <section>
          <h2>{t("kinds.always")}</h2>
          <p className="m">{t("kinds.alwaysMean")}</p>
          <ul className="kinds-always">
            {all
              .filter((one) => one.builtIn)
              .map((one) => (
                <li key={one.kind}>{one.name[language]}</li>
              ))}
          </ul>
        </section>
      ) : null}
    </main>
  );
}

function KindsTable({ kinds, onRemove }: { kinds: FactKind[]; onRemove: (kind: FactKind) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const other = language === "nl" ? "en" : "nl";
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t("kinds.kind")}</th>
          <th scope="col">{t("kinds.foundBy")}</th>
          <th scope="col">{t("kinds.askedFor")}</th>
          <th scope="col">
            <span className="sr">{t("app.more")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind.kind}>
            <th scope="row">
              <Link to={`/admin/facts/${kind.kind}`}>{kind.name[language]}</Link>
              {kind.name[other] === kind.name[language] ? null : <small lang={other}>{kind.name[other]}</small>}
            </th>
            <td className="m2">{kind.pattern ? <code>{kind.pattern}</code> : t("kinds.byPeople")}</td>
            <td className="m2">
              {t("kinds.questions", { count: kind.questions.nl.length + kind.questions.en.length })}
            </td>
            <td>
              <Button onClick={() => onRemove(kind)} aria-label={t("kinds.removeOne", { name: kind.name[language] })}>
                {t("kinds.remove")}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
