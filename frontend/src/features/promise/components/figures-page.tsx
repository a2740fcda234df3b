import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayBars, FigurePick, FigureTable, FigureTotal } from "../../../components/ui/figures.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import type { Channel, QueueRef } from "../../../types/api.ts";
import type { PromiseFigures, PromiseSums } from "../../../types/promise.ts";
import { figuresFile, figuresQuery } from "../api/get-figures.ts";

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
      <FigurePick
        from={from}
        until={until}
        file={figuresFile(from, until)}
        onFrom={(day) => setChosen({ from: day, until })}
        onUntil={(day) => setChosen({ from, until: day })}
      />
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
            rows={figures.data.byPerson.map((one) => [one.key, one.name ?? one.key, one.sums])}
          />
          <Table
            name={t("promise.figures.byQueue")}
            rows={figures.data.byQueue.map((one) => [one.key, queue(one.key), one.sums])}
          />
          <Table
            name={t("promise.figures.byChannel")}
            rows={figures.data.byChannel.map((one) => [one.key, t(`channel.${one.key as Channel}`), one.sums])}
          />
        </>
      ) : null}
    </main>
  );
}

/** How many were kept in time, of those that were kept so or became late; one that is still not kept counts as well. */
function rate({ kept, keptLate, late }: PromiseSums): string {
  const all = kept + Math.max(late, keptLate);
  return all === 0 ? "–" : `${Math.round((kept / all) * 100)} %`;
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
    [sums.late, t("promise.figures.late")],
    [sums.keptLate, t("promise.figures.keptLate")],
    [lateness(sums), t("promise.figures.lateness")],
    [sums.renegotiated, t("promise.figures.renegotiated")],
    [sums.released, t("promise.figures.released")],
    [sums.untold, t("promise.figures.untold")],
  ] as const;
  return <FigureTotal shown={shown} />;
}

/** A bar a day: kept in time, and on top of it what became late, whether it was kept since or not. */
function Chart({ figures }: { figures: PromiseFigures }) {
  const { t } = useTranslation();
  return (
    <DayBars
      title={t("promise.figures.chart")}
      from={figures.from}
      until={figures.until}
      bars={figures.days.map(({ day, sums }) => ({
        day,
        label: t("promise.figures.day", { day, kept: sums.kept, late: sums.late }),
        parts: [
          ["kept", sums.kept],
          ["late", sums.late],
        ],
      }))}
      legend={[
        ["kept", t("promise.figures.kept")],
        ["late", t("promise.figures.late")],
      ]}
    />
  );
}

function Table({ name, rows }: { name: string; rows: [key: string, who: string, sums: PromiseSums][] }) {
  const { t } = useTranslation();
  return (
    <FigureTable
      name={name}
      heads={[
        t("promise.figures.rate"),
        t("promise.figures.kept"),
        t("promise.figures.late"),
        t("promise.figures.keptLate"),
        t("promise.figures.lateness"),
        t("promise.figures.renegotiated"),
        t("promise.figures.untold"),
      ]}
      rows={rows.map(([key, who, sums]) => ({
        key,
        name: who,
        cells: [rate(sums), sums.kept, sums.late, sums.keptLate, lateness(sums), sums.renegotiated, sums.untold],
      }))}
    />
  );
}
