import { useTranslation } from "react-i18next";
import { Moment } from "../../../components/ui/moment.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead, lateBy, left } from "../../../lib/time.ts";
import type { Target } from "../../../types/api.ts";

/** How a target stands now: what is past is late, even before the server has said so. */
export function standing(target: Target, now: number): Target["state"] {
  return Date.parse(target.dueAt) <= now ? "late" : target.state;
}

/** Until when an answer is due: ochre words and the time left when it is soon, a word and red once it is late. */
export function RowTarget({ target, now }: { target: Target; now: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { dueAt } = target;
  switch (standing(target, now)) {
    case "late":
      return (
        <Moment at={dueAt} className="r late">
          {t("list.late", { time: lateBy(dueAt, now, language) })}
        </Moment>
      );
    case "soon":
      return (
        <Moment at={dueAt} className="r ochre">
          {t("list.dueSoon", { time: left(dueAt, now, language) })}
        </Moment>
      );
    case "running":
      return (
        <Moment at={dueAt} className="r m2">
          {t("list.due", { time: ahead(dueAt, now, language) })}
        </Moment>
      );
  }
}
