import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead, clock } from "../../../lib/time.ts";
import type { OpenSpan } from "../../../types/promise.ts";
import { layOutRuler } from "../ruler.ts";

type PromiseRulerProps = {
  now: number;
  due: string;
  open: OpenSpan[];
  /** Where a channel's window closes, and what the channel is called. */
  windows: { name: string; endsAt: string }[];
};

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

/** Now, closing hours, the promised moment, and where a channel's window closes, on one line: seen before it is read. */
export function PromiseRuler({ now, due, open, windows }: PromiseRulerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moment = Date.parse(due);
  const { stretches, place } = layOutRuler(now, moment + Math.max(30 * 60_000, (moment - now) * 0.12), open);
  const dueAt = place(moment) ?? 1;
  const closings = stretches.filter((one, index) => one.open && index < stretches.length - 1);
  return (
    <div className="ruler" role="img" aria-label={t("promise.ruler", { time: ahead(due, now, language) })}>
      {windows.map((one) => {
        const at = place(Date.parse(one.endsAt));
        return at === null ? null : (
          <span key={one.name} className={at > 0.6 ? "window end" : "window"} style={{ left: percent(at) }}>
            <span>{t("promise.windowCloses", { channel: one.name, time: clock(one.endsAt, language) })}</span>
          </span>
        );
      })}
      <div className="line">
        {stretches.map((one) => (
          <i
            key={one.begins}
            className={one.open ? "open" : "shut"}
            style={{ left: percent(one.from), width: percent(one.to - one.from) }}
          />
        ))}
        <i className="done" style={{ width: percent(dueAt) }} />
        <b className="here" />
        <b className="there" style={{ left: percent(dueAt) }} />
      </div>
      <div className="under">
        <span className="here">{t("promise.now")}</span>
        {closings.map((one) =>
          Math.abs(one.to - dueAt) < 0.14 || one.to < 0.12 ? null : (
            <span key={one.ends} className="m" style={{ left: percent(one.to) }}>
              {clock(one.ends, language)}
            </span>
          ),
        )}
        <span className={dueAt > 0.7 ? "there end" : "there"} style={{ left: percent(dueAt) }}>
          {ahead(due, now, language)}
        </span>
      </div>
    </div>
  );
}
