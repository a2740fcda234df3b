import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OneOf } from "../../../components/ui/choices.tsx";
import { FigureTotal } from "../../../components/ui/figures.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { type Column, ListTable } from "../../../components/ui/list-table.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { showToast } from "../../../lib/toast.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Channel } from "../../../types/api.ts";
import type { HandoverRoute, RouteFigures, RouteWish } from "../../../types/handover.ts";
import { routeFiguresQuery } from "../api/get-route-figures.ts";
import { routesQuery } from "../api/get-routes.ts";
import { saveRoute } from "../api/save-route.ts";
import { arrivedWithin, dropOff, type Sums, total } from "../route-figures.ts";

/** Only words of an administrator's are sent back: ours stay ours. */
function wished({ from, to, own, en, nl, version }: HandoverRoute, enabled: boolean): RouteWish {
  return { from, to, version, enabled, en: own ? en : "", nl: own ? nl : "" };
}

const spans = ["7", "30", "90"] as const;
type Span = (typeof spans)[number];

/** From each channel to another: whether it is offered, in whose words, and how it went. */
export function RoutesPage({ administrator }: { administrator: boolean }) {
  const { t } = useTranslation();
  const how = useHow();
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
    onError: (error) => {
      showToast(say(error));
      // What somebody else made of it stands here then.
      if (isProblem(error, "changed-meanwhile")) void client.invalidateQueries({ queryKey: queryKeys.handoverRoutes });
    },
  });
  const names = ({ from, to }: HandoverRoute) => ({ from: t(`channel.${from}`), to: t(`channel.${to}`) });
  const all = routes.data?.items ?? [];
  const went = figures.data?.items ?? [];
  const starts = [...new Set(all.map((route) => route.from))];
  return (
    <ListPage
      title={t("handover.routes.title")}
      intro={t("handover.routes.intro")}
      read={routes}
      aside={
        <OneOf
          label={t("handover.routes.days")}
          value={span}
          choices={spans.map((value) => ({ value, text: t("handover.routes.lastDays", { days: value }) }))}
          onChoose={setSpan}
        />
      }
    >
      {figures.isError ? (
        <Trouble what={t("handover.routes.figures")} error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {figures.isSuccess && went.length === 0 ? <p className="empty">{how(t("handover.routes.none"))}</p> : null}
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
          figures={went.filter((one) => one.from === from)}
          administrator={administrator}
          onOffer={(route) => offer.isPending || offer.mutate(route)}
        />
      ))}
    </ListPage>
  );
}

/** What became of some offers, in a row of figures. */
export function RouteTotals({ sums, within }: { sums: Sums; within?: string }) {
  const { t } = useTranslation();
  const lost = dropOff(sums);
  return (
    <FigureTotal
      shown={[
        [sums.offered, t("handover.routes.offered")],
        [sums.arrived, t("handover.routes.arrived")],
        ...(within ? [[within, t("handover.routes.within")] as const] : []),
        [lost === null ? "–" : `${lost} %`, t("handover.routes.dropOff")],
        [sums.declined, t("handover.routes.declined")],
        [sums.expired, t("handover.routes.expired")],
        [sums.revoked, t("handover.routes.revoked")],
      ]}
    />
  );
}

type RoutesFromProps = {
  from: Channel;
  routes: HandoverRoute[];
  figures: RouteFigures[];
  administrator: boolean;
  onOffer: (route: HandoverRoute) => void;
};

function RoutesFrom({ from, routes, figures, administrator, onOffer }: RoutesFromProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const away = routes.filter((route) => !route.connected);
  const heading = t("handover.routes.from", { channel: t(`channelIn.${from}`) });
  const figure = (
    name: "offered" | "arrived" | "within" | "dropOff" | "declined" | "expired" | "revoked",
    read: (found: RouteFigures) => string | number | null,
  ): Column<HandoverRoute> => {
    const value = ({ to }: HandoverRoute) => {
      const found = figures.find((one) => one.to === to);
      return found ? read(found) : null;
    };
    return {
      head: t(`handover.routes.${name}`),
      label: t(`handover.routes.${name}`),
      number: true,
      cell: (route) => value(route) ?? "–",
      className: (route) => (value(route) === null ? "m blank" : undefined),
    };
  };
  return (
    <section>
      <h2>{heading}</h2>
      <ListTable
        className="routes"
        label={heading}
        items={routes.filter((route) => route.connected)}
        keyOf={(route) => route.to}
        head={t("handover.routes.to")}
        name={(route) => t(`channel.${route.to}`)}
        below={(route) =>
          [t(`handover.routes.how.${route.how}`), ...(route.own ? [t("handover.routes.ownWords")] : [])].join(", ")
        }
        quiet={(route) => !route.enabled}
        {...(administrator ? { open: ({ to }: HandoverRoute) => `/admin/handovers/${from}/${to}` } : {})}
        columns={[
          {
            head: t("handover.routes.on"),
            label: t("handover.routes.on"),
            cell: (route) => <Offered route={route} {...(administrator ? { onOffer: () => onOffer(route) } : {})} />,
          },
          figure("offered", (one) => one.offered),
          figure("arrived", (one) => one.arrived),
          figure("within", (one) => (one.medianSeconds === null ? null : arrivedWithin(one.medianSeconds, language))),
          figure("dropOff", (one) => {
            const lost = dropOff(one);
            return lost === null ? null : `${lost} %`;
          }),
          figure("declined", (one) => one.declined),
          figure("expired", (one) => one.expired),
          figure("revoked", (one) => one.revoked),
        ]}
      />
      {away.length > 0 ? (
        <p className="m routes-away">
          {t("handover.routes.away", { channels: away.map((route) => t(`channel.${route.to}`)).join(", ") })}
        </p>
      ) : null}
    </section>
  );
}

/** Whether a route is offered; who may, changes it where it stands. */
function Offered({ route, onOffer }: { route: HandoverRoute; onOffer?: () => void }) {
  const { t } = useTranslation();
  if (!onOffer) return t(route.enabled ? "handover.routes.isOn" : "handover.routes.isOff");
  return (
    <label className="tick-at">
      <input type="checkbox" checked={route.enabled} onChange={onOffer} />
      <span className="sr">
        {t("handover.routes.offer", { from: t(`channelIn.${route.from}`), to: t(`channelIn.${route.to}`) })}
      </span>
    </label>
  );
}
