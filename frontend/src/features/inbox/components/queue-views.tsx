import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName, viewOfQueue } from "../../../lib/queues.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import { ago } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Counts, Queue, Queues } from "../../../types/api.ts";

type QueueViewsProps = {
  counts: Counts | undefined;
  queues: Queues | undefined;
  onGone: (() => void) | undefined;
};

/** The queues one works in, each with who waits there and for how long. One queue alone goes unsaid. */
export function QueueViews({ counts, queues, onGone }: QueueViewsProps) {
  const { t } = useTranslation();
  const shown = shownQueues(queues, counts);
  if (shown.length < 2) return null;
  return (
    <>
      <h2>
        {t("rail.queues")}
        <span className="n">{t("rail.waiting")}</span>
      </h2>
      <ul className="queues">
        {shown.map((queue, index) => (
          <QueueLink key={queue.id} queue={queue} counts={counts} place={index + 1} onGone={onGone} />
        ))}
      </ul>
    </>
  );
}

/** A queue that is switched off stays for as long as something is in it. */
export function shownQueues(queues: Queues | undefined, counts: Counts | undefined): Queue[] {
  return (queues?.items ?? []).filter((queue) => queue.active || (counts?.views[viewOfQueue(queue.id)] ?? 0) > 0);
}

type QueueLinkProps = { queue: Queue; counts: Counts | undefined; place: number; onGone: (() => void) | undefined };

function QueueLink({ queue, counts, place, onGone }: QueueLinkProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const view = viewOfQueue(queue.id);
  const since = counts?.longest?.[view];
  const wait = since ? ago(since, now, language) : null;
  const keys = place < 10 ? keyLabel(`g ${place}`) : null;
  const title = [queueName(queue, language), wait && t("rail.longest", { time: wait }), keys]
    .filter(Boolean)
    .join(", ");
  return (
    <li>
      <NavLink to={`/inbox/${view}`} onClick={onGone} title={title}>
        <span className="nm">{queueName(queue, language)}</span>
        <span className="n">
          {wait ? (
            <span className="wait">
              <span className="sr">{t("rail.longestLabel")} </span>
              {wait}
            </span>
          ) : null}
          {counts ? (counts.waiting[view] ?? 0).toLocaleString(language) : ""}
        </span>
      </NavLink>
    </li>
  );
}
