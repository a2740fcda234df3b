import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { aDay, DayBars, dayOf, FigurePick, FigureTable, FigureTotal } from "../../../components/ui/figures.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import type { Channel, QueueRef, Team } from "../../../types/api.ts";
import { type AskedDay, type AskedFigure, askedBy } from "../../../types/fact.ts";
import { askedFiguresQuery, askedFile } from "../api/get-asked-figures.ts";
import { type Looked, partsOf, rateOf, sumOf, totalOf } from "../asked-sums.ts";

type AskedPageProps = { queues: QueueRef[]; teams: Team[] };

/** How often somebody was asked what they had told already: in total, day by day, by channel, queue and team. */
export function AskedPage({ queues, teams }: AskedPageProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(() => dayOf(Date.now() - 29 * aDay));
  const [until, setUntil] = useState(() => dayOf(Date.now()));
  const figures = useQuery({
    ...askedFiguresQuery(from, until),
    enabled: from !== "" && until !== "" && from <= until,
  });
  const days = figures.data?.days ?? [];
  const some = days.some((day) => day.figures.length > 0);
  return (
    <main className="board" id="conversation" tabIndex={-1}>
      <header>
        <h1>{t("rail.asked")}</h1>
        <p className="m">{t("asked.explained")}</p>
      </header>
      <FigurePick from={from} until={until} file={askedFile(from, until)} onFrom={setFrom} onUntil={setUntil} />
      {figures.isError ? (
        <Trouble what={t("asked.failed")} error={figures.error} onRetry={() => void figures.refetch()} />
      ) : null}
      {figures.isSuccess && !some ? <p className="empty">{t("asked.nothing")}</p> : null}
      {some ? <Figures days={days} queues={queues} teams={teams} /> : null}
    </main>
  );
}

function Figures({ days, queues, teams }: AskedPageProps & { days: AskedDay[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [looked, setLooked] = useState<Looked>(null);
  const nameOf = ({ dimension, id }: Pick<AskedFigure, "dimension" | "id">): string => {
    if (dimension === "channel") return t(`channel.${id as Channel}`);
    if (dimension === "team") return teams.find((one) => one.id === id)?.name ?? t("asked.gone");
    const queue = queues.find((one) => one.id === id);
    return queue ? queueName(queue, language) : id;
  };
  const total = totalOf(days, looked);
  const heads = [t("asked.rate"), t("asked.questions"), t("asked.repeated")];
  const captions = { channel: t("asked.byChannel"), queue: t("asked.byQueue"), team: t("asked.byTeam") };
  return (
    <>
      <FigureTotal
        shown={[
          [rateOf(total), t("asked.rate")],
          [total.asked, t("asked.questions")],
          [total.repeated, t("asked.repeated")],
        ]}
      />
      <p className="figs-of" role="status">
        {looked ? (
          <>
            {t("asked.only", { name: nameOf(looked) })}{" "}
            <button type="button" className="link" onClick={() => setLooked(null)}>
              {t("asked.every")}
            </button>
          </>
        ) : null}
      </p>
      <DayBars
        title={t("asked.chart")}
        from={days[0]?.day ?? ""}
        until={days.at(-1)?.day ?? ""}
        bars={days.map(({ day, figures }) => {
          const { asked, repeated } = sumOf(figures, looked);
          return {
            day,
            label: t("asked.day", { day, asked, repeated }),
            parts: [
              ["again", repeated],
              ["asked", asked - repeated],
            ],
          };
        })}
      />
      {askedBy.map((dimension) => {
        const parts = partsOf(days, dimension);
        if (parts.length === 0) return null;
        return (
          <FigureTable
            key={dimension}
            name={captions[dimension]}
            heads={heads}
            rows={parts.map(({ id, sums }) => {
              const shown = looked?.dimension === dimension && looked.id === id;
              return {
                key: id,
                name: (
                  <button
                    type="button"
                    className="figs-row"
                    aria-pressed={shown}
                    onClick={() => setLooked(shown ? null : { dimension, id })}
                  >
                    {nameOf({ dimension, id })}
                  </button>
                ),
                cells: [rateOf(sums), sums.asked, sums.repeated],
              };
            })}
          />
        );
      })}
    </>
  );
}
