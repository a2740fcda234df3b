import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export const aDay = 86_400_000;
export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

type FigurePickProps = {
  from: string;
  until: string;
  /** Where the same lies as a file. */
  file: string;
  onFrom: (day: string) => void;
  onUntil: (day: string) => void;
};

/** The days of which figures are shown, and the same as a file. */
export function FigurePick({ from, until, file, onFrom, onUntil }: FigurePickProps) {
  const { t } = useTranslation();
  return (
    <div className="figs-pick">
      <label>
        <span>{t("promise.figures.from")}</span>
        <input className="inp" type="date" value={from} max={until} onChange={(event) => onFrom(event.target.value)} />
      </label>
      <label>
        <span>{t("promise.figures.until")}</span>
        <input className="inp" type="date" value={until} min={from} onChange={(event) => onUntil(event.target.value)} />
      </label>
      {from && until ? (
        <a className="btn line" href={file} download>
          {t("promise.figures.csv")}
        </a>
      ) : null}
    </div>
  );
}

/** A few numbers that say the whole. */
export function FigureTotal({ shown }: { shown: readonly (readonly [string | number, string])[] }) {
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

/** @param parts from the foot upwards, each with the name of its colour */
export type DayBar = { day: string; label: string; parts: readonly (readonly [look: string, times: number])[] };

type DayBarsProps = {
  title: string;
  from: string;
  until: string;
  bars: DayBar[];
  /** What the colours mean, from the foot upwards. */
  legend?: readonly (readonly [look: string, name: string])[];
};

/** A bar a day. */
export function DayBars({ title, from, until, bars, legend }: DayBarsProps) {
  const first = Date.parse(from);
  const days = Math.round((Date.parse(until) - first) / aDay) + 1;
  const most = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, [, times]) => sum + times, 0)));
  const step = width / days;
  const bar = Math.max(1, Math.min(18, step * 0.7));
  return (
    <>
      <svg className="figs-chart" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img">
        <title>{title}</title>
        {bars.map(({ day, label, parts }) => {
          const x = ((Date.parse(day) - first) / aDay + 0.5) * step - bar / 2;
          let foot = height - 1;
          return (
            <g key={day}>
              <title>{label}</title>
              {parts.map(([look, times]) => {
                const tall = (times / most) * (height - 6);
                foot -= tall;
                return <rect key={look} className={look} x={x} y={foot} width={bar} height={tall} />;
              })}
            </g>
          );
        })}
        <line className="base" x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
      </svg>
      {legend ? (
        <p className="figs-legend">
          {legend.map(([look, name]) => (
            <span key={look}>
              <i className={look} aria-hidden="true" />
              {name}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}

type FigureTableProps = {
  name: string;
  heads: string[];
  rows: { key: string; name: ReactNode; cells: (string | number)[] }[];
};

export function FigureTable({ name, heads, rows }: FigureTableProps) {
  return (
    <table className="figs-table">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th aria-label={name} />
          {heads.map((head) => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.name}</td>
            {row.cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no other name than its column
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
