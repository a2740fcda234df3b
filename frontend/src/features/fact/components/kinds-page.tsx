import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { ListPage, UndoNotice } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useHow } from "../../../lib/use-how.ts";
import { useTakeBack } from "../../../lib/use-take-back.ts";
import type { FactKind } from "../../../types/fact.ts";
import { deleteFactKind } from "../api/delete-fact-kind.ts";
import { factKindsQuery } from "../api/get-fact-kinds.ts";
import { saveFactKind } from "../api/save-fact-kind.ts";

/** What is remembered of customers: the kinds of one's own, and those there always are. */
export function KindsPage() {
  const { t } = useTranslation();
  const how = useHow();
  const language = useLanguage();
  const other = language === "nl" ? "en" : "nl";
  const navigate = useNavigate();
  const say = useProblemText();
  const kinds = useQuery(factKindsQuery);
  const removal = useTakeBack<FactKind>({
    act: (kind) => deleteFactKind(kind.kind),
    back: (kind) => saveFactKind(kind.kind, kind, "new"),
    key: queryKeys.factKinds,
  });
  const all = kinds.data?.items ?? [];
  const own = all.filter((one) => !one.builtIn);
  const nameOf = (kind: FactKind) => kind.name[language];
  return (
    <ListPage
      title={t("rail.facts")}
      intro={t("kinds.intro")}
      add={{ text: t("kinds.add"), onAdd: () => navigate("/admin/facts/new") }}
      read={kinds}
    >
      <UndoNotice
        done={removal}
        words={(kind) => t("kinds.removed", { name: nameOf(kind) })}
        action={t("kinds.undo")}
        say={say}
      />
      {kinds.isSuccess && own.length === 0 ? <p className="empty">{how(t("kinds.none"))}</p> : null}
      <ListTable
        items={own}
        keyOf={(kind) => kind.kind}
        head={t("kinds.kind")}
        name={nameOf}
        below={(kind) => (kind.name[other] === nameOf(kind) ? null : <span lang={other}>{kind.name[other]}</span>)}
        columns={[
          {
            head: t("kinds.foundBy"),
            cell: (kind) => (kind.pattern ? <code>{kind.pattern}</code> : t("kinds.byPeople")),
            className: () => "m2",
          },
          {
            head: t("kinds.askedFor"),
            cell: ({ questions }) => t("kinds.questions", { count: questions.nl.length + questions.en.length }),
            className: () => "m2",
          },
        ]}
        open={(kind) => `/admin/facts/${kind.kind}`}
        acts={(kind) => (
          <Button onClick={() => removal.act(kind)} aria-label={t("kinds.removeOne", { name: nameOf(kind) })}>
            {t("kinds.remove")}
          </Button>
        )}
      />
      {kinds.isSuccess ? (
        <section>
          <h2>{t("kinds.always")}</h2>
          <p className="m">{t("kinds.alwaysMean")}</p>
          <ul className="kinds-always">
            {all
              .filter((one) => one.builtIn)
              .map((one) => (
                <li key={one.kind}>{nameOf(one)}</li>
              ))}
          </ul>
        </section>
      ) : null}
    </ListPage>
  );
}
