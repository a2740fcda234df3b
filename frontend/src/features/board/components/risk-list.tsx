import { useTranslation } from "react-i18next";
import { ChannelIcon } from "../../../components/ui/channel-icon.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ago, clock, lateBy, left } from "../../../lib/time.ts";
import { useHow } from "../../../lib/use-how.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Language } from "../../../types/api.ts";
import type { Promised, Risk } from "../../../types/board.ts";
import { isLate } from "../ruler.ts";
import { type RowActs, rowProps } from "./row-acts.tsx";

const shown = 6;

/** Answers that are late or due soon, the late ones first. */
export function RiskList({ risks, late, soon, acts }: { risks: Risk[]; late: number; soon: number; acts: RowActs }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  return (
    <section className="risks" aria-labelledby="board-risks">
      <h2 id="board-risks">
        {t("board.atRisk")}
        <span className="r m">{late + soon === 0 ? "" : t("board.lateAndSoon", { late, soon })}</span>
      </h2>
      {risks.length === 0 ? <p className="m none">{t("board.noRisk")}</p> : null}
      <ul>
        {risks.slice(0, shown).map((risk) => {
          const isPast = Date.parse(risk.dueAt) <= now;
          const props = rowProps(acts, `risk-${risk.topic}`);
          return (
            <li key={risk.topic} {...props} className={`${props.className ?? ""}${isPast ? " late" : ""}`}>
              <Moment at={risk.dueAt} className={isPast ? "when red b" : "when ochre b"}>
                {isPast
                  ? t("list.late", { time: lateBy(risk.dueAt, now, language) })
                  : t("board.inTime", { time: left(risk.dueAt, now, language) })}
              </Moment>
              <span className="nm b" dir="auto">
                {fullName(risk.customer) || t("customer.nameless")}
              </span>
              <span className="tp m" dir="auto">
                {risk.channel ? <ChannelIcon channel={risk.channel} /> : null}
                {risk.title}
              </span>
              <span className={risk.assigneeName ? "who-has" : "who-has b"}>
                {risk.assigneeName ?? t("board.nobody")}
              </span>
            </li>
          );
        })}
      </ul>
      {risks.length > shown ? <p className="m none">{t("board.more", { count: late + soon - shown })}</p> : null}
    </section>
  );
}

/** The promises that come first, in their own words. */
export function PromiseList({ promises, total, acts }: { promises: Promised[]; total: number; acts: RowActs }) {
  const { t } = useTranslation();
  const how = useHow();
  const language = useLanguage();
  const now = useNow();
  const first = promises.slice(0, shown - 1);
  return (
    <section className="proms" aria-labelledby="board-promises">
      <h2 id="board-promises">
        {t("board.nearest")}
        <span className="r m">{total === 0 ? "" : t("board.ofAll", { shown: first.length, count: total })}</span>
      </h2>
      {total === 0 ? <p className="m none">{how(t("board.nobodyPromised"))}</p> : null}
      <ul>
        {first.map((promise) => {
          const past = isLate(promise, now);
          const soon = !past && Date.parse(promise.dueAt) - now < 3_600_000;
          const props = rowProps(acts, `promise-${promise.id}`);
          return (
            <li
              key={promise.id}
              {...props}
              className={`${props.className ?? ""}${past ? " late" : soon ? " soon" : ""}`}
            >
              <span className="when">
                <Moment at={promise.dueAt} className={past ? "big red" : soon ? "big ochre" : "big"}>
                  {past ? overdue(promise.dueAt, now, language) : left(promise.dueAt, now, language)}
                </Moment>
                <span className={past ? "red" : "m"}>{past ? t("board.late") : clock(promise.dueAt, language)}</span>
              </span>
              <span className="words">
                <span className="serif">{promise.action}</span>
                <span className="m by">
                  <ChannelIcon channel={promise.channel} />
                  <span dir="auto">{fullName(promise.customer) || t("customer.nameless")}</span>
                  <span>{promise.ownerName}</span>
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What is late has a minus before its minutes; that of the last minute has none yet. */
function overdue(due: string, now: number, language: Language): string {
  const by = ago(due, now, language);
  return /^\d/.test(by) ? `−${by}` : by;
}
