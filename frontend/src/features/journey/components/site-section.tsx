import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Moment } from "../../../components/ui/moment.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ago, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Visit } from "../../../types/journey.ts";
import { visitsQuery } from "../api/get-visits.ts";
import { goesOn } from "../visit-text.ts";
import { VisitStory } from "./visit-story.tsx";

/** Where the customer stands on our sites, and where they stopped before. Nothing where they never were. */
export function SiteSection({ conversation, customer }: { conversation: string; customer: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const visits = useQuery(visitsQuery(conversation, customer));
  const [latest, ...before] = visits.data?.items ?? [];
  if (!latest) return null;
  const there = goesOn(latest, now);
  return (
    <section aria-label={t("journey.heading")}>
      <h2>
        {t(there ? "journey.now" : "journey.heading")}
        <span className="r num">
          <Moment at={latest.to}>{there ? ago(latest.to, now, language) : when(latest.to, now, language)}</Moment>
        </span>
      </h2>
      <VisitStory visit={latest} customer={customer} />
      {before.slice(0, 4).map((visit) => (
        <div className="fact" key={visit.from}>
          <span>{lineOf(visit)}</span>
          <span className="m num">
            <Moment at={visit.to}>{when(visit.to, now, language)}</Moment>
          </span>
        </div>
      ))}
    </section>
  );
}

function lineOf(visit: Visit): string {
  return visit.flow ? `${visit.where}, ${visit.flow.step}/${visit.flow.of}` : visit.where;
}

/** Changes in how the customer behaves. */
export function NoticedSection({ conversation, customer }: { conversation: string; customer: string }) {
  const { t } = useTranslation();
  const noticed = useQuery(visitsQuery(conversation, customer)).data?.noticed ?? [];
  if (noticed.length === 0) return null;
  return (
    <section aria-label={t("journey.noticed")}>
      <h2>{t("journey.noticed")}</h2>
      {noticed.map((signal) => (
        <div key={signal}>{t(`journey.signal.${signal}`)}</div>
      ))}
    </section>
  );
}
