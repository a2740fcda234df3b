import "../../../lib/i18n/admin.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Occasion, Occasions } from "../../../types/occasion.ts";
import { saveOccasion } from "../api/save-occasion.ts";
import { dayOf, keyOf, whatOf, whyOf } from "../occasions.ts";

/** Birthdays and jubilees that come, beside the conversation. */
export function OccasionSection({ occasions }: { occasions: Occasions }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const client = useQueryClient();
  const see = useMutation({
    mutationFn: (occasion: Occasion) => saveOccasion(occasion, "made"),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.occasions }),
  });
  return (
    <section aria-label={t("occasion.title")}>
      <h2>{t("occasion.title")}</h2>
      {occasions.items.map((one) => (
        <div key={keyOf(one)}>
          <div className="fact">
            <span className="begins">
              {whatOf(one, t)}, <time dateTime={one.date}>{dayOf(one.date, occasions.today, t, language)}</time>
            </span>
            {one.done || one.held ? null : (
              <button type="button" className="link" onClick={() => !see.isPending && see.mutate(one)}>
                {t("occasion.made")}
              </button>
            )}
          </div>
          {one.done ? (
            <div className="m">{t(`occasion.how.${one.done.how}`, { name: one.done.byName })}</div>
          ) : one.held ? (
            <div className="m" dir="auto">
              {whyOf(one.held, t)}
            </div>
          ) : null}
        </div>
      ))}
      {see.isError ? (
        <p className="b" role="alert">
          {say(see.error)}
        </p>
      ) : null}
    </section>
  );
}
