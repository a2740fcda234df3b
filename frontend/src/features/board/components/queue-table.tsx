import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Moment } from "../../../components/ui/moment.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName, viewOfQueue } from "../../../lib/queues.ts";
import { ago, minutesLong } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { QueueLine } from "../../../types/board.ts";
import { shareOf, tooLong } from "../headline.ts";
import { type RowActs, rowProps } from "./row-acts.tsx";
import { Spark } from "./spark.tsx";

/** Each queue: who waits, the longest wait against its target, what came in and what was answered, who is there. */
export function QueueTable({ queues, acts }: { queues: QueueLine[]; acts: RowActs }) {
  const { t } = useTranslation();
  return (
    <section className="qs" aria-labelledby="board-queues">
      <h2 id="board-queues">
        {t("board.queues")}
        <span className="key r" aria-hidden="true">
          <i className="in" /> {t("board.arrived")} <i className="out" /> {t("board.answeredLast")}
        </span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t("board.queue")}</span>
            </th>
            <th scope="col" className="end">
              {t("board.waiting")}
            </th>
            <th scope="col">{t("board.longest")}</th>
            <th scope="col" className="wide">
              <span className="sr">{t("board.flow")}</span>
            </th>
            <th scope="col" colSpan={2}>
              {t("board.lastHour")}
            </th>
            <th scope="col" className="end">
              {t("board.staffed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <QueueRow key={queue.id} queue={queue} acts={acts} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function QueueRow({ queue, acts }: { queue: QueueLine; acts: RowActs }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { longest } = queue;
  const late = longest !== null && tooLong(longest, now);
  const share = longest ? shareOf(longest, now) : null;
  const target = queue.target === null ? null : minutesLong(queue.target, language);
  return (
    <tr {...rowProps(acts, longest ? `queue-${queue.id}` : null)}>
      <th scope="row">
        <Link to={`/inbox/${viewOfQueue(queue.id)}`}>{queueName(queue, language)}</Link>
      </th>
      <td className="big end">{queue.waiting.toLocaleString(language)}</td>
      <td className="long">
        {longest ? (
          <>
            <Moment at={longest.since} className={late ? "red b" : ""}>
              {ago(longest.since, now, language)}
            </Moment>
            {target ? <span className="m"> {t("board.of", { target })}</span> : null}
            {share !== null ? (
              <span className={late ? "toward late" : share > 0.75 ? "toward soon" : "toward"} aria-hidden="true">
                <i style={{ width: `${Math.min(100, share * 100)}%` }} />
              </span>
            ) : null}
          </>
        ) : (
          <span className="m">–{target ? ` ${t("board.of", { target })}` : ""}</span>
        )}
      </td>
      <td className="wide">
        <Spark began={queue.began} answered={queue.answered} />
      </td>
      <td className="num">
        {queue.beganLastHour} <span className="m">{t("board.in")}</span>
      </td>
      <td className="num">
        {queue.answeredLastHour} <span className="m">{t("board.out")}</span>
      </td>
      <td className={queue.staffed === 0 && queue.waiting > 0 ? "end b" : "m end"}>
        {t("board.people", { count: queue.staffed })}
      </td>
    </tr>
  );
}
