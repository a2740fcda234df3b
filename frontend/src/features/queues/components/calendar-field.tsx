import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Calendar } from "../../../types/queue.ts";

type CalendarFieldProps = {
  calendars: Calendar[];
  calendar: string | null;
  onChange: (calendar: string | null) => void;
};

/** Whose opening hours count; nothing chosen is the default calendar. */
export function CalendarField({ calendars, calendar, onChange }: CalendarFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  // One that is gone is the default one, and can be chosen as that.
  const chosen = calendars.find((one) => one.id === calendar) ?? calendars.find((one) => one.id === "default");
  return (
    <div className="field">
      <label htmlFor={id}>{t("queues.hours")}</label>
      <select
        id={id}
        className="inp"
        value={chosen?.id ?? "default"}
        onChange={(event) => onChange(event.target.value === "default" ? null : event.target.value)}
      >
        {calendars.map((one) => (
          <option key={one.id} value={one.id}>
            {one.calendar.name}
          </option>
        ))}
      </select>
      {chosen ? <OpenNow calendar={chosen} /> : null}
    </div>
  );
}

/** Whether a calendar is open at this moment, and until when. */
export function OpenNow({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { open, opensAt, closesAt } = calendar;
  const text = open
    ? closesAt
      ? t("calendars.openUntil", { time: ahead(closesAt, now, language) })
      : t("calendars.alwaysOpen")
    : opensAt
      ? t("calendars.opens", { time: ahead(opensAt, now, language) })
      : t("calendars.neverOpens");
  return <p className="m">{text}</p>;
}
