import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { exact } from "../../../lib/time.ts";
import { useSettled } from "../../../lib/use-settled.ts";
import type { CalendarSettings } from "../../../types/queue.ts";
import { tryCalendarQuery } from "../api/try-calendar.ts";

/** Says what words mean on the calendar as it stands in the form, before anybody relies on it. */
export function CalendarTry({ settings }: { settings: CalendarSettings | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const id = useId();
  const [text, setText] = useState(t("calendars.tryWords"));
  const named = settings && { ...settings, name: settings.name || "…" };
  const asked = useSettled(JSON.stringify([named, text]));
  const [calendar, words] = JSON.parse(asked) as [CalendarSettings | null, string];
  const found = useQuery({
    ...tryCalendarQuery(calendar as CalendarSettings, words, language),
    enabled: calendar !== null && words.trim() !== "",
    placeholderData: (before) => before,
  });
  return (
    <div className="field">
      <label htmlFor={id}>{t("calendars.tryLabel")}</label>
      <input id={id} value={text} maxLength={120} onChange={(event) => setText(event.target.value)} />
      <p className="tried" role="status">
        {calendar === null ? (
          <span className="m">{t("calendars.notUnderstood")}</span>
        ) : found.isError ? (
          say(found.error)
        ) : found.data?.at ? (
          <b>{t("calendars.tried", { words, time: exact(found.data.at, language) })}</b>
        ) : (
          found.data?.sentence
        )}
      </p>
    </div>
  );
}
