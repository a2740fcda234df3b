import { useTranslation } from "react-i18next";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { clock, exact, lateBy, left } from "../../../lib/time.ts";
import { useNarrow } from "../../../lib/use-media.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Promised, PromisesAhead } from "../../../types/board.ts";
import { isLate, lateByOwner, type Mark, pastShare, rulerOf } from "../ruler.ts";

/** The coming hours as a ruler, each promise at its moment, what is late left of now. */
export function PromiseRuler({ ahead, onRow }: { ahead: PromisesAhead; onRow?: ((row: string) => void) | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const narrow = useNarrow();
  const now = useNow();
  const { marks, hours, beyond } = rulerOf(ahead.items, now);
  const owners = lateByOwner(ahead.items, now);
  const all = ahead.late + ahead.soon + ahead.later;
  const later = beyond + all - ahead.items.length;
  return (
    <section aria-labelledby="board-ahead">
      <h2 id="board-ahead">
        {t("board.ahead")}
        <span className="m">
          {all === 0 ? t("board.nonePromised") : t("board.promised", { count: all })}
          {later > 0 ? `, ${t("board.laterThan", { count: later })}` : ""}
        </span>
        {owners.length > 0 ? (
          <span className="r red b">
            {t("board.lateBy", { who: owners.map((one) => `${one.name} ${one.count}`).join(", ") })}
          </span>
        ) : null}
      </h2>
      <div className="coming">
        <div className="line" style={{ left: `${pastShare}%` }} aria-hidden="true" />
        {owners.length > 0 ? <div className="line past" style={{ width: `${pastShare}%` }} aria-hidden="true" /> : null}
        <div className="now" style={{ left: `${pastShare}%` }} aria-hidden="true">
          <span className="num">{clock(now, language)}</span>
        </div>
        {hours
          .filter((hour) => hour.at > pastShare + (narrow ? 20 : 11) && hour.at < 97)
          .map((hour) => (
            <span key={hour.time} className="hour num" style={{ left: `${hour.at}%` }} aria-hidden="true">
              {clock(hour.time, language)}
            </span>
          ))}
        <ul>
          {marks.map((mark) => (
            <RulerMark key={mark.promises.map((one) => one.id).join(" ")} mark={mark} now={now} onRow={onRow} />
          ))}
        </ul>
      </div>
    </section>
  );
}

type RulerMarkProps = { mark: Mark; now: number; onRow: ((row: string) => void) | undefined };

function RulerMark({ mark, now, onRow }: RulerMarkProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const first = mark.promises[0];
  if (!first) return null;
  const late = isLate(first, now);
  const soon = !late && Date.parse(first.dueAt) - now < 3_600_000;
  const name =
    mark.promises.length > 1
      ? t("board.promises", { count: mark.promises.length })
      : fullName(first.customer) || t("customer.nameless");
  const when = late
    ? t("list.promiseLate", { time: lateBy(first.dueAt, now, language) })
    : left(first.dueAt, now, language);
  const whole = `${name}, ${when}, ${first.ownerName}`;
  const side = mark.at > 85 ? " left" : "";
  return (
    <li style={{ left: `${mark.at}%` }} className={mark.lane < 0 ? "bare" : `lane${mark.lane}${side}`}>
      {onRow ? (
        <button
          type="button"
          title={`${whole}, ${exact(first.dueAt, language)}`}
          aria-label={whole}
          onClick={() => onRow(`promise-${first.id}`)}
        >
          <Ring promise={first} now={now} />
        </button>
      ) : (
        <span className="mark">
          <Ring promise={first} now={now} />
          <span className="sr">{whole}</span>
        </span>
      )}
      {mark.lane < 0 ? null : (
        <span className="lbl" aria-hidden="true">
          <b>{name}</b>
          <span className={late ? "red" : soon ? "ochre" : "m"}>
            {when}, {first.ownerName.split(" ")[0]}
          </span>
        </span>
      )}
    </li>
  );
}

const radius = 6;
const round = 2 * Math.PI * radius;

/** A ring whose arc is the time left of the last hour; late is a filled mark. */
export function Ring({ promise, now }: { promise: Promised; now: number }) {
  if (isLate(promise, now))
    return (
      <svg className="ring late" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d="M8 4v5M8 11.5v.5" />
      </svg>
    );
  const share = Math.min(1, Math.max(0.06, (Date.parse(promise.dueAt) - now) / 3_600_000));
  return (
    <svg className={share < 1 ? "ring soon" : "ring"} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle className="track" cx="8" cy="8" r={radius} />
      <circle
        className="arc"
        cx="8"
        cy="8"
        r={radius}
        strokeDasharray={`${share * round} ${round}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
