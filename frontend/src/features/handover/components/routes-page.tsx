import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { showToast } from "../../../lib/toast.ts";
import type { Channel } from "../../../types/api.ts";
import type { HandoverRoute, RouteFigures, RouteWish } from "../../../types/handover.ts";
import { routeFiguresQuery } from "../api/get-route-figures.ts";
import { routesQuery } from "../api/get-routes.ts";
import { saveRoute } from "../api/save-route.ts";
import { arrivedWithin, dropOff, type Sums, total } from "../route-figures.ts";

/** Only words of an administrator's are sent back: ours stay ours. */
function wished({ from, to, own, en, nl }: HandoverRoute, enabled: boolean): RouteWish {
  return { from, to, enabled, en: own ? en : "", nl: own ? nl : "" };
}

const spans = ["7", "30", "90"] as const;
type Span = (typeof spans)[number];

/** From each channel to another: whether it is offered, in whose words, and how it went. */
export function RoutesPage({ administrator }: { administrator: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const say = useProblemText();
  const [span, setSpan] = useState<Span>("30");
  const routes = useQuery(routesQuery);
  const figures = useQuery(routeFiguresQuery(Number(span)));
  const offer = useMutation({
    mutationFn: (route: HandoverRoute) => saveRoute(wished(route, !route.enabled)),
    onSuccess: (saved, route) => {
      client.setQueryData(queryKeys.handoverRoutes, saved);
      announce(t(route.enabled ? "handover.routes.nowOff" : "handover.routes.nowOn", names(route)));
    },
    onError: (error) => showToast(say(error)),
  });
  const names = ({ from, to }: HandoverRoute) => ({ from: t(`channel.${from}`), to: t(`channel.${to}`) });
  const all = routes.data?.items ?? [];
  const went = figures.data?.items ?? [];
  const starts = [...new Set(all.map((route) => route.from))];
  return (
    <main className="board" id="conversation" tabIndex={-1}>
      <header className="with-act">
        <div>
          <h1>{t("handover.routes.title")}</h1>
          <p className="m">{t("handover.routes.intro")}</p>
        </div>
        <OneOf
          label={t("handover.routes.days")}
          value={span}
          choices={spans.map((value) => ({ value, text: t("handover.routes.lastDays", { days: value }) }))}
          onChoose={setSpan}
        />
      </header>
      {routes.isError ? (
        <Trouble what={t("handover.routes.title")} error={routes.error} onRetry={() => void routes.refetch()} />
      ) : null}
      {figures.isError ? (
        <Trouble what={t("handover.routes.figures")} error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {figures.isSuccess && went.length === 0 ? <p className="empty">{t("handover.routes.none")}</p> : null}
      {went.length > 0 ? <RouteTotals sums={total(went)} /> : null}
      {offer.isError ? (
        <p className="fault" role="alert">
          {say(offer.error)}
        </p>
      ) : null}
      {starts.map((from) => (
        <RoutesFrom
          key={from}
          from={from}
          routes={all.filter((route) => route.from === from)}
          figures={went}
          administrator={administrator}
          busy={offer.isPending}
          onOffer={(route) => offer.mutate(route)}
        />
      ))}
    </main>
  );
}

/** What became of some offers, in a row of figures. */
export function RouteTotals({ sums, within }: { sums: Sums; within?: string }) {
  const { t } = useTranslation();
  const lost = dropOff(sums);
  const shown: [string | number, string][] = [
    [sums.offered, t("handover.routes.offered")],
    [sums.arrived, t("handover.routes.arrived")],
    ...(within ? [[within, t("handover.routes.within")] satisfies [string, string]] : []),
    [lost === null ? "–" : `${lost} %`, t("handover.routes.dropOff")],
    [sums.declined, t("handover.routes.declined")],
    [sums.expired, t("handover.routes.expired")],
    [sums.revoked, t("handover.routes.revoked")],
  ];
  return (
    <div className="figs-total">
      {shown.map(([value, name]) => (
        <div key={name}>
          <b>{value}</b>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}

type RoutesFromProps = {
  from: Channel;
  routes: HandoverRoute[];
  figures: RouteFigures[];
  administrator: boolean;
  busy: boolean;
  onOffer: (route: HandoverRoute) => void;
};

function RoutesFrom({ from, routes, figures, administrator, busy, onOffer }: RoutesFromProps) {
  const { t } = useTranslation();
  const there = routes.filter((route) => route.connected);
  const away = routes.filter((route) => !route.connected);
  return (
    <section>
      <h2>{t("handover.routes.from", { channel: t(`channelIn.${from}`) })}</h2>
      {there.length > 0 ? (
        <table className="cards routes">
          <thead>
            <tr>
              <th scope="col">{t("handover.routes.to")}</th>
              <th scope="col">{t("handover.routes.on")}</th>
              <th scope="col" className="n">
                {t("handover.routes.offered")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.arrived")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.within")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.dropOff")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.declined")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.expired")}
              </th>
              <th scope="col" className="n">
                {t("handover.routes.revoked")}
              </th>
            </tr>
          </thead>
          <tbody>
            {there.map((route) => (
              <RouteRow
                key={route.to}
                route={route}
                figures={figures.find((one) => one.from === from && one.to === route.to)}
                administrator={administrator}
                busy={busy}
                onOffer={() => onOffer(route)}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {away.length > 0 ? (
        <p className="m routes-away">
          {t("handover.routes.away", { channels: away.map((route) => t(`channel.${route.to}`)).join(", ") })}
        </p>
      ) : null}
    </section>
  );
}

type RouteRowProps = {
  route: HandoverRoute;
  figures: RouteFigures | undefined;
  administrator: boolean;
  busy: boolean;
  onOffer: () => void;
};

function RouteRow({ route, figures, administrator, busy, onOffer }: RouteRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = t(`channel.${route.to}`);
  const lost = figures ? dropOff(figures) : null;
  const cells: [string, string | number | undefined][] = [
    ["offered", figures?.offered],
    ["arrived", figures?.arrived],
    ["within", figures && figures.medianSeconds !== null ? arrivedWithin(figures.medianSeconds, language) : undefined],
    ["dropOff", lost === null ? undefined : `${lost} %`],
    ["declined", figures?.declined],
    ["expired", figures?.expired],
    ["revoked", figures?.revoked],
  ];
  return (
    <tr className={route.enabled ? "" : "m"}>
      <th scope="row">
        {administrator ? <Link to={`/admin/handovers/${route.from}/${route.to}`}>{name}</Link> : name}
        <small>
          {t(`handover.routes.how.${route.how}`)}
          {route.own ? `, ${t("handover.routes.ownWords")}` : null}
        </small>
      </th>
      <td data-label={t("handover.routes.on")}>
        {administrator ? (
          <label className="tick-at">
            <input type="checkbox" checked={route.enabled} aria-disabled={busy} onChange={() => busy || onOffer()} />
            <span className="sr">
              {t("handover.routes.offer", { from: t(`channelIn.${route.from}`), to: t(`channelIn.${route.to}`) })}
            </span>
          </label>
        ) : (
          t(route.enabled ? "handover.routes.isOn" : "handover.routes.isOff")
        )}
      </td>
      {cells.map(([what, value]) => (
        <td
          key={what}
          className={value === undefined ? "n m blank" : "n"}
          data-label={t(`handover.routes.${what as "offered"}`)}
        >
          {value ?? "–"}
        </td>
      ))}
    </tr>
  );
}
