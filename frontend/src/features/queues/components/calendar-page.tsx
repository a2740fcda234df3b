import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { OnePage } from "../../../components/ui/one-page.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { queueName } from "../../../lib/queues.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { minutesLong } from "../../../lib/time.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { Language } from "../../../types/api.ts";
import { type Calendar, type CalendarSettings, type Hours, weekdays } from "../../../types/queue.ts";
import { deleteCalendar } from "../api/delete-calendar.ts";
import { calendarsQuery } from "../api/get-calendars.ts";
import { wholeQueuesQuery } from "../api/get-whole-queues.ts";
import { saveCalendar } from "../api/save-calendar.ts";
import { type CalendarDraft, draftOf, freshCalendar, settingsOf } from "../calendar-draft.ts";
import { readHours } from "../hours-text.ts";
import { CalendarTry } from "./calendar-try.tsx";

/** One calendar, or a new one: the hours of each weekday, the days that differ, and what that means. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { calendar: id } = useParams();
  const calendars = useQuery(calendarsQuery);
  return (
    <OnePage
      list={t("calendars.title")}
      to="/admin/calendars"
      read={calendars}
      one={id === "new" ? null : calendars.data?.items.find((one) => one.id === id)}
    >
      {(calendar) => <CalendarForm key={id} calendar={calendar} />}
    </OnePage>
  );
}

function CalendarForm({ calendar }: { calendar: Calendar | null }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const before = useMemo(() => draftOf(calendar?.calendar ?? freshCalendar()), [calendar]);
  const form = useDraft<CalendarDraft>(before);
  const { draft, dirty, set } = form;
  const settings = settingsOf(draft);
  const save = useMutation({
    mutationFn: (wanted: CalendarSettings) => saveCalendar(calendar, wanted),
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile") ? client.invalidateQueries({ queryKey: queryKeys.calendars }) : undefined,
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: queryKeys.calendars });
      form.saved();
      announce(t("staff.saved"));
      if (!calendar) navigate(`/admin/calendars/${saved.id}`, { replace: true });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (settings && (dirty || !calendar) && draft.name.trim() && !save.isPending) save.mutate(settings);
  };
  const fault = isProblem(save.error) ? save.error.field : null;
  const [monday, ...others] = weekdays;
  return (
    <main className="board person" id="conversation">
      <header>
        <h1>{calendar ? calendar.calendar.name : t("calendars.new")}</h1>
      </header>
      <form className="form wide" onSubmit={submit}>
        <section>
          <h2>{t("calendars.what")}</h2>
          <Field
            label={t("calendars.name")}
            required
            maxLength={80}
            fault={fault === "name" ? say(save.error) : null}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label={t("calendars.zone")}
            required
            list="zones"
            autoComplete="off"
            fault={fault === "zone" ? say(save.error) : null}
            value={draft.zone}
            onChange={(event) => set({ zone: event.target.value })}
          />
          <Zones />
        </section>
        <section>
          <h2>{t("calendars.week")}</h2>
          <p className="m">{t("calendars.weekMeans")}</p>
          <div className="week">
            {weekdays.map((day) => (
              <HoursField
                key={day}
                label={t(`calendars.day.${day}`)}
                text={draft.week[day]}
                onChange={(text) => set({ week: { ...draft.week, [day]: text } })}
              />
            ))}
          </div>
          <p>
            <Button
              look="line"
              onClick={() =>
                set({
                  week: {
                    ...draft.week,
                    ...Object.fromEntries(others.slice(0, 4).map((day) => [day, draft.week[monday]])),
                  },
                })
              }
            >
              {t("calendars.asMonday")}
            </Button>
          </p>
        </section>
        <section>
          <h2>{t("calendars.days")}</h2>
          <p className="m">{t("calendars.daysMean")}</p>
          {draft.days.map((day, index) => {
            const change = (part: Partial<CalendarDraft["days"][number]>) =>
              set({ days: draft.days.map((one, at) => (at === index ? { ...one, ...part } : one)) });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a day that is being typed has nothing but its place
              <div key={index} className="special">
                <input
                  className="inp num"
                  type="date"
                  required
                  aria-label={t("calendars.date")}
                  value={day.date}
                  onChange={(event) => change({ date: event.target.value })}
                />
                <input
                  className="inp"
                  maxLength={80}
                  aria-label={t("calendars.dayName")}
                  placeholder={t("calendars.dayExample")}
                  value={day.name}
                  onChange={(event) => change({ name: event.target.value })}
                />
                <input
                  className="inp num"
                  aria-label={t("calendars.dayHours")}
                  aria-invalid={readHours(day.hours) === null ? true : undefined}
                  placeholder={t("calendars.closed")}
                  value={day.hours}
                  onChange={(event) => change({ hours: event.target.value })}
                />
                <Button onClick={() => set({ days: draft.days.filter((_, at) => at !== index) })}>
                  {t("calendars.removeDay")}
                </Button>
              </div>
            );
          })}
          <p>
            <Button look="line" onClick={() => set({ days: [...draft.days, { date: "", name: "", hours: "" }] })}>
              {t("calendars.addDay")}
            </Button>
          </p>
        </section>
        <section>
          <h2>{t("calendars.try")}</h2>
          <CalendarTry settings={settings} />
        </section>
        {save.isError && fault !== "name" && fault !== "zone" ? (
          <p className="fault" role="alert">
            {saySave(save.error, dirty)}
          </p>
        ) : null}
        {dirty && !settings ? <p className="m">{t("calendars.notUnderstood")}</p> : null}
        <SaveBar form={form} pending={save.isPending || !settings} fresh={!calendar} onSave={submit} />
      </form>
      {calendar && calendar.id !== "default" ? <Removing calendar={calendar} /> : null}
    </main>
  );
}

type HoursFieldProps = { label: string; text: string; onChange: (text: string) => void };

/** A day's hours as they are typed, with how they are understood beside. */
function HoursField({ label, text, onChange }: HoursFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hours = readHours(text);
  return (
    <label>
      <span>{label}</span>
      <input
        className="inp num"
        value={text}
        aria-invalid={hours === null ? true : undefined}
        placeholder={t("calendars.closed")}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={hours === null ? "b" : "m"}>
        {hours === null ? t("calendars.sayHours") : total(hours, language)}
      </span>
    </label>
  );
}

/** How many hours that is: "8 h", "7 h 30". */
function total(hours: Hours[], language: Language): string {
  const minutes = hours.reduce((sum, one) => sum + minuteOf(one.until) - minuteOf(one.from), 0);
  return minutes === 0 ? "" : minutesLong(minutes, language);
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function Zones() {
  return (
    <datalist id="zones">
      {Intl.supportedValuesOf("timeZone").map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}

/** Takes a calendar away, after saying which queues would go by the default one. */
function Removing({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const queues = useQuery(wholeQueuesQuery);
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteCalendar(calendar.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.calendars });
      navigate("/admin/calendars", { replace: true });
    },
  });
  const users = (queues.data?.items ?? []).filter((queue) => queue.calendar === calendar.id);
  return (
    <section className="now">
      <h2>{t("calendars.remove")}</h2>
      <p className="acts">
        <Button look="line" onClick={() => setAsking(true)}>
          {t("calendars.remove")}…
        </Button>
      </p>
      {asking ? (
        <Confirm
          title={t("calendars.removeTitle", { name: calendar.calendar.name })}
          action={t("calendars.remove")}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>
            {users.length === 0
              ? t("calendars.removeUnused")
              : t("calendars.removeUsed", { queues: users.map((queue) => queueName(queue, language)).join(", ") })}
          </p>
        </Confirm>
      ) : null}
    </section>
  );
}
