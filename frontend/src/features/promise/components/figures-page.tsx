import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import type { Channel, QueueRef } from "../../../types/api.ts";
import type { PromiseFigures, PromiseSums } from "../../../types/promise.ts";
import { figuresFile, figuresQuery } from "../api/get-figures.ts";

const day = 86_400_000;

/** How promises were kept: in total, day by day, by channel, queue and person. */
export function FiguresPage({ queues }: { queues: QueueRef[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<{ from: string; until: string } | null>(null);
  const figures = useQuery({
    ...figuresQuery(chosen?.from ?? null, chosen?.until ?? null),
    enabled: chosen === null || (chosen.from !== "" && chosen.until !== "" && chosen.from <= chosen.until),
  });
  // The last days are those of the workspace, whatever this machine's clock says.
  const { from, until } = chosen ?? figures.data ?? { from: "", until: "" };
  const queue = (id: string) => {
    const found = queues.find((one) => one.id === id);
    return found ? queueName(found, language) : id;
  };
  return (
    <main className="board" id="conversation" tabIndex={-1}>
      <header>
        <h1>{t("promise.figures.title")}</h1>
        <p className="m">{t("promise.figures.explained", { zone: figures.data?.zone ?? "" })}</p>
      </header>
      <div className="figs-pick">
        <label>
          <span>{t("promise.figures.from")}</span>
          <input
            className="inp"
            type="date"
            value={from}
            max={until}
            onChange={(event) => setChosen({ from: event.target.value, until })}
          />
        </label>
        <label>
          <span>{t("promise.figures.until")}</span>
          <input
            className="inp"
            type="date"
            value={until}
            min={from}
            onChange={(event) => setChosen({ from, until: event.target.value })}
          />
        </label>
        {from && until ? (
          <a className="btn line" href={figuresFile(from, until)} download>
            {t("promise.figures.csv")}
          </a>
        ) : null}
      </div>
      {figures.isError ? (
        <Trouble what={t("promise.figures.failed")} error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {figures.data && figures.data.days.length === 0 ? <p className="empty">{t("promise.figures.nothing")}</p> : null}
      {figures.data && figures.data.days.length > 0 ? (
        <>
          <Total sums={figures.data.total} />
          <Chart figures={figures.data} />
          <Table
            name={t("promise.figures.byPerson")}
            rows={figures.data.byPerson.map((one) => [one.name ?? one.key, one.sums])}
          />
          <Table
            name={t("promise.figures.byQueue")}
            rows={figures.data.byQueue.map((one) => [queue(one.key), one.sums])}
          />
          <Table
            name={t("promise.figures.byChannel")}
            rows={figures.data.byChannel.map((one) => [t(`channel.${one.key as Channel}`), one.sums])}
          />
        </>
      ) : null}
    </main>
  );
}

/** Of those that were kept, how many in time. */
function rate({ kept, keptLate }: PromiseSums): string {
  return kept + keptLate === 0 ? "–" : `${Math.round((kept / (kept + keptLate)) * 100)} %`;
}

function lateness({ meanLatenessSeconds: seconds }: PromiseSums): string {
  if (seconds === 0) return "–";
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

function Total({ sums }: { sums: PromiseSums }) {
  const { t } = useTranslation();
  const shown = [
    [rate(sums), t("promise.figures.rate")],
    [sums.kept, t("promise.figures.kept")],
    [sums.keptLate, t("promise.figures.keptLate")],
    [lateness(sums), t("promise.figures.lateness")],
    [sums.renegotiated, t("promise.figures.renegotiated")],
    [sums.released, t("promise.figures.released")],
    [sums.untold, t("promise.figures.untold")],
  ] as const;
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

const width = 720;
const height = 120;

/** A bar a day: kept in time, and on top of it kept late. */
function Chart({ figures }: { figures: PromiseFigures }) {
  const { t } = useTranslation();
  const first = Date.parse(figures.from);
  const days = Math.round((Date.parse(figures.until) - first) / day) + 1;
  const most = Math.max(1, ...figures.days.map(({ sums }) => sums.kept + sums.keptLate));
  const step = width / days;
  const bar = Math.max(1, Math.min(18, step * 0.7));
  const tall = (times: number) => (times / most) * (height - 6);
  return (
    <svg className="figs-chart" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
      <title>{t("promise.figures.chart")}</title>
      {figures.days.map(({ day: date, sums }) => {
        const x = ((Date.parse(date) - first) / day + 0.5) * step - bar / 2;
        const kept = tall(sums.kept);
        const late = tall(sums.keptLate);
        return (
          <g key={date}>
            <title>{`${date}: ${sums.kept} + ${sums.keptLate}`}</title>
            <rect className="kept" x={x} y={height - 1 - kept} width={bar} height={kept} />
            <rect className="late" x={x} y={height - 1 - kept - late} width={bar} height={late} />
          </g>
        );
      })}
      <line className="base" x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
    </svg>
  );
}

function Table({ name, rows }: { name: string; rows: [string, PromiseSums][] }) {
  const { t } = useTranslation();
  return (
    <table className="figs-table">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th aria-label={name} />
          <th>{t("promise.figures.rate")}</th>
          <th>{t("promise.figures.kept")}</th>
          <th>{t("promise.figures.keptLate")}</th>
          <th>{t("promise.figures.lateness")}</th>
          <th>{t("promise.figures.renegotiated")}</th>
          <th>{t("promise.figures.untold")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([who, sums]) => (
          <tr key={who}>
            <td>{who}</td>
            <td>{rate(sums)}</td>
            <td>{sums.kept}</td>
            <td>{sums.keptLate}</td>
            <td>{lateness(sums)}</td>
            <td>{sums.renegotiated}</td>
            <td>{sums.untold}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
