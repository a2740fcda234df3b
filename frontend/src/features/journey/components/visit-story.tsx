import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Visit } from "../../../types/journey.ts";
import { createResumeLink } from "../api/create-resume-link.ts";
import { fieldText, money } from "../visit-text.ts";

/** A visit in full: where it led, what lay in the basket, what was filled in, and the way back. */
export function VisitStory({ visit, customer }: { visit: Visit; customer: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { flow, basket } = visit;
  return (
    <>
      <div className="b" dir="auto">
        {visit.ordered ? t("journey.ordered", { where: visit.where }) : visit.where}
      </div>
      {flow ? (
        <>
          <div>{t("journey.stopped", { step: flow.step, of: flow.of })}</div>
          <Itinerary flow={flow} />
        </>
      ) : null}
      {basket ? (
        <div dir="auto">
          {t("journey.basket", { total: money(basket.total, basket.currency, language) })}
          {basket.items.length > 0 ? <span className="m">, {basket.items.slice(0, 3).join(", ")}</span> : null}
        </div>
      ) : null}
      {visit.invited ? (
        <div className="m" dir="auto">
          {t("journey.invited", { name: visit.invited })}
        </div>
      ) : null}
      {flow && flow.values.length > 0 ? (
        <dl className="filled">
          {flow.values.slice(0, 12).map(({ name, value }) => (
            <div key={name}>
              <dt className="m">{fieldText(name, t)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {flow?.resume ? <Resume customer={customer} step={flow.id} /> : null}
    </>
  );
}

/** The steps of a form as dots; where they stopped is a ring. */
function Itinerary({ flow }: { flow: NonNullable<Visit["flow"]> }) {
  const stops = Array.from({ length: flow.of }, (_, index) => ({ number: index + 1, name: flow.labels[index] ?? "" }));
  return (
    <ol className="itin" aria-hidden="true">
      {stops.map(({ number, name }) => (
        <li key={number} className={number < flow.step ? "done" : number === flow.step ? "here" : undefined}>
          {name}
        </li>
      ))}
    </ol>
  );
}

/** Where there is room, the site opens on the right half of this window: the words stay in view on the left. */
function beside(): string {
  const { screenX, screenY, outerWidth, outerHeight } = window;
  if (outerWidth < 1000) return "";
  const half = Math.round(outerWidth / 2);
  return `popup,left=${screenX + half},top=${screenY},width=${half},height=${outerHeight}`;
}

function Resume({ customer, step }: { customer: string; step: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [copied, setCopied] = useState(false);
  const open = useMutation({
    mutationFn: async () => {
      // Opened at once, by the click: a page opened later is taken for a pop-up.
      const page = window.open("", "_blank", beside());
      try {
        const { url } = await createResumeLink(customer, step);
        if (page) {
          page.opener = null;
          page.location.replace(url);
        }
      } catch (error) {
        page?.close();
        throw error;
      }
    },
  });
  const copy = useMutation({
    mutationFn: async () => navigator.clipboard.writeText((await createResumeLink(customer, step)).url),
    onSuccess: () => {
      setCopied(true);
      announce(t("journey.copied"));
    },
  });
  const error = open.error ?? copy.error;
  return (
    <div className="pl-acts">
      <button type="button" className="link" onClick={() => open.mutate()}>
        {t("journey.resume")}
      </button>
      <button type="button" className="link" onClick={() => copy.mutate()}>
        {t(copied ? "journey.copied" : "journey.copy")}
      </button>
      {error ? (
        <span className="b" role="alert">
          {problemText(error)}
        </span>
      ) : null}
    </div>
  );
}
