import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Visit } from "../../../types/journey.ts";
import { visitLine } from "../visit-text.ts";
import { VisitStory } from "./visit-story.tsx";

/** A visit as one quiet line among what was said, which opens to all of it. */
export function VisitLine({ visit, customer }: { visit: Visit; customer: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [open, setOpen] = useState(false);
  const more = visit.flow !== null || visit.basket !== null;
  const line = visitLine(visit, now, t, language);
  if (!more) return <span dir="auto">{line}</span>;
  return (
    <>
      <button type="button" className="visit-line" dir="auto" aria-expanded={open} onClick={() => setOpen(!open)}>
        {line}
      </button>
      {open ? (
        <div className="visit-story">
          <VisitStory visit={visit} customer={customer} />
        </div>
      ) : null}
    </>
  );
}
