import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Ring } from "../../../components/ui/ring.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead, clock, exact } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { promisesQuery } from "../api/get-promises.ts";
import { isOpen } from "../state-text.ts";

const most = 3;

/** The future on the timeline: below now, what is promised next. */
export function PromisesAhead({ conversation }: { conversation: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const promises = useQuery(promisesQuery(conversation));
  const next = (promises.data ?? []).filter(isOpen).slice(0, most);
  if (next.length === 0) return null;
  return (
    <section className="ahead" aria-label={t("promise.ahead")}>
      <div className="now">
        <time>{clock(now, language)}</time>
        <span aria-hidden="true" />
      </div>
      {next.map((promise) => (
        <div key={promise.id} className={`next ${promise.state}`} title={exact(promise.dueAt, language)}>
          <time dateTime={promise.dueAt}>{ahead(promise.dueAt, now, language)}</time>
          <Ring state={promise.state} dueAt={promise.dueAt} now={now} />
          <span className="tx">
            {promise.state === "late" ? <b>{t("promise.aheadLate")} </b> : null}
            {t("promise.aheadOn", { channel: t(`channelIn.${promise.channel}`) })}{" "}
            <span className="serif">{promise.action}</span>
          </span>
        </div>
      ))}
    </section>
  );
}
