import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { OnePage } from "../../../components/ui/one-page.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { HandoverRoute, RouteWish } from "../../../types/handover.ts";
import { routeFiguresQuery } from "../api/get-route-figures.ts";
import { routesQuery } from "../api/get-routes.ts";
import { saveRoute } from "../api/save-route.ts";
import { arrivedWithin } from "../route-figures.ts";
import { missing, shownAs } from "../route-words.ts";
import { RouteTotals } from "./routes-page.tsx";

const days = 30;

/** One route: whether it is offered, what the customer reads of it, and how it went. */
export function RoutePage() {
  const { t } = useTranslation();
  const { from, to } = useParams();
  const routes = useQuery(routesQuery);
  return (
    <OnePage
      list={t("handover.routes.title")}
      to="/admin/handovers"
      read={routes}
      one={routes.data?.items.find((one) => one.from === from && one.to === to)}
    >
      {(route) => (route ? <RouteForm key={`${from} ${to}`} route={route} /> : null)}
    </OnePage>
  );
}

function RouteForm({ route }: { route: HandoverRoute }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSaveProblemText();
  const client = useQueryClient();
  const figures = useQuery(routeFiguresQuery(days)).data?.items.find(
    (one) => one.from === route.from && one.to === route.to,
  );
  const before: RouteWish = {
    from: route.from,
    to: route.to,
    enabled: route.enabled,
    en: route.en,
    nl: route.nl,
    version: route.version,
  };
  const form = useDraft<RouteWish>(before);
  const { draft, dirty, set } = form;
  const lacks = [...missing(draft.en, route.needs), ...missing(draft.nl, route.needs)];
  const save = useMutation({
    mutationFn: (wish: RouteWish) => saveRoute(wish),
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile")
        ? client.invalidateQueries({ queryKey: queryKeys.handoverRoutes })
        : undefined,
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.handoverRoutes, saved);
      form.saved();
      announce(t("staff.saved"));
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && lacks.length === 0 && !save.isPending) save.mutate(draft);
  };
  return (
    <main className="board person" id="conversation">
      <header>
        <p className="m">
          <Link className="link" to="/admin/handovers">
            {t("handover.routes.title")}
          </Link>
        </p>
        <h1>
          {t(`channel.${route.from}`)} → {t(`channel.${route.to}`)}
        </h1>
        <p className="m">
          {t(`handover.routes.means.${route.how}`)}
          {route.connected ? null : ` ${t("handover.routes.notConnected", { channel: t(`channel.${route.to}`) })}`}
        </p>
      </header>
      <form className="form wide" onSubmit={submit}>
        <section>
          <h2>{t("handover.routes.whether")}</h2>
          <OneOf
            label={t("handover.routes.whetherWhy")}
            value={draft.enabled ? "on" : "off"}
            choices={[
              { value: "on", text: t("handover.routes.isOn") },
              { value: "off", text: t("handover.routes.isOff") },
            ]}
            onChoose={(wanted) => set({ enabled: wanted === "on" })}
          />
        </section>
        <section>
          <h2>{t("handover.routes.words")}</h2>
          <p className="m">
            {t(`handover.routes.fills.${route.how}`)}{" "}
            {route.needs.length > 0 ? t("handover.routes.needs", { placeholders: route.needs.join(", ") }) : null}
          </p>
          <Words
            label={t("handover.routes.english")}
            language="en"
            text={draft.en}
            needs={route.needs}
            onChange={(en) => set({ en })}
          />
          <Words
            label={t("handover.routes.dutch")}
            language="nl"
            text={draft.nl}
            needs={route.needs}
            onChange={(nl) => set({ nl })}
          />
          {route.own && !(draft.en === "" && draft.nl === "") ? (
            <p>
              <Button look="line" onClick={() => set({ en: "", nl: "" })}>
                {t("handover.routes.back")}
              </Button>
            </p>
          ) : null}
        </section>
        {save.isError ? (
          <p className="fault" role="alert">
            {say(save.error, dirty)}
          </p>
        ) : null}
        <SaveBar form={form} pending={save.isPending || lacks.length > 0} onSave={submit} />
      </form>
      <section>
        <h2>{t("handover.routes.lastDays", { days })}</h2>
        {figures ? (
          <RouteTotals sums={figures} within={arrivedWithin(figures.medianSeconds, language)} />
        ) : (
          <p className="empty">{t("handover.routes.noneHere")}</p>
        )}
      </section>
    </main>
  );
}

type WordsProps = {
  label: string;
  language: "en" | "nl";
  text: string;
  needs: string[];
  onChange: (text: string) => void;
};

/** The words of a route in one language, and as a customer would read them. */
function Words({ label, language, text, needs, onChange }: WordsProps) {
  const { t } = useTranslation();
  const id = useId();
  const lacks = missing(text, needs);
  return (
    <div className="field words">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="inp"
        lang={language}
        rows={text.split("\n").length > 3 ? 7 : 3}
        maxLength={1000}
        placeholder={t("handover.routes.ours")}
        aria-invalid={lacks.length > 0 ? true : undefined}
        aria-describedby={`${id}-below`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {lacks.length > 0 ? (
        <p className="fault" id={`${id}-below`}>
          {t("handover.routes.lacks", { placeholders: lacks.join(", ") })}
        </p>
      ) : (
        <p className="m reads" id={`${id}-below`} lang={language}>
          {text.trim() === "" ? "" : shownAs(text, language)}
        </p>
      )}
    </div>
  );
}
