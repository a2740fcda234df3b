import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { LanguagesField } from "../../../components/ui/languages-field.tsx";
import { OnePage } from "../../../components/ui/one-page.tsx";
import { SaveBar } from "../../../components/ui/save-bar.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { queueName } from "../../../lib/queues.ts";
import { useSaveProblemText } from "../../../lib/save-problem-text.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { QueueSettings, WholeQueue } from "../../../types/queue.ts";
import { calendarsQuery } from "../api/get-calendars.ts";
import { wholeQueuesQuery } from "../api/get-whole-queues.ts";
import { saveQueue } from "../api/save-queue.ts";
import { freshQueue, freshRule, saysNothing, settingsOf } from "../queue-draft.ts";
import { CalendarField } from "./calendar-field.tsx";
import { RuleField } from "./rule-field.tsx";
import { TargetsField } from "./targets-field.tsx";

/** One queue, or a new one: what it is called, what comes to it, when it is open, until when its customers have an answer. */
export function QueuePage() {
  const { t } = useTranslation();
  const { queue: id } = useParams();
  const queues = useQuery(wholeQueuesQuery);
  const items = queues.data?.items ?? [];
  const last = Math.max(0, ...items.map((one) => one.position));
  return (
    <OnePage
      list={t("queues.title")}
      to="/admin/queues"
      read={queues}
      one={id === "new" ? null : items.find((one) => one.id === id)}
    >
      {(queue) => <QueueForm key={id} queue={queue} last={last} />}
    </OnePage>
  );
}

function QueueForm({ queue, last }: { queue: WholeQueue | null; last: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const saySave = useSaveProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const calendars = useQuery(calendarsQuery);
  const before: QueueSettings = queue ? settingsOf(queue) : { ...freshQueue, position: last + 1 };
  const form = useDraft<QueueSettings>(before);
  const { draft, dirty, set } = form;
  const [closing, setClosing] = useState(false);
  const save = useMutation({
    mutationFn: ({ settings }: { settings: QueueSettings; keeps: Partial<QueueSettings> }) =>
      saveQueue(queue, {
        ...settings,
        name: settings.name.trim(),
        rules: settings.rules.filter((one) => !saysNothing(one)),
      }),
    // What somebody else made of it comes below what was changed here, and can be saved over knowingly.
    onError: (error) =>
      isProblem(error, "changed-meanwhile") ? client.invalidateQueries({ queryKey: queryKeys.wholeQueues }) : undefined,
    onSuccess: async (saved, { keeps }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.wholeQueues }),
        client.invalidateQueries({ queryKey: queryKeys.queues }),
      ]);
      form.saved(keeps);
      setClosing(false);
      announce(t("staff.saved"));
      if (!queue) navigate(`/admin/queues/${saved.id}`, { replace: true });
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (dirty && draft.name.trim() && !save.isPending) save.mutate({ settings: draft, keeps: {} });
  };
  // Nothing of what is being changed is saved with it, or lost.
  const turn = (active: boolean) => save.mutate({ settings: { ...before, active }, keeps: form.touched });
  const fault = isProblem(save.error) ? save.error.field : null;
  return (
    <main className="board person" id="conversation">
      <header>
        <h1>{queue ? queueName(queue, language) : t("queues.new")}</h1>
        {queue ? (
          <p className="m">{queue.main ? t("queues.mainMeans") : queue.active ? "" : t("queues.offMeans")}</p>
        ) : null}
      </header>
      <form className="form wide" onSubmit={submit}>
        <section>
          <h2>{t("queues.what")}</h2>
          <Field
            label={t("queues.name")}
            required
            maxLength={60}
            placeholder={t("queues.example")}
            fault={fault === "name" || fault === "id" ? say(save.error) : null}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label={t("queues.dutchName")}
            maxLength={60}
            value={draft.names.nl ?? ""}
            onChange={(event) => {
              const { nl: _, ...others } = draft.names;
              set({ names: event.target.value ? { ...others, nl: event.target.value } : others });
            }}
          />
          <Field
            label={t("queues.brand")}
            maxLength={60}
            value={draft.brand ?? ""}
            onChange={(event) => set({ brand: event.target.value || null })}
          />
          <LanguagesField
            label={t("queues.languages")}
            speaks={draft.languages}
            onChange={(languages) => set({ languages })}
          />
        </section>
        <section>
          <h2>{t("queues.comesHere")}</h2>
          <p className="m">{t(queue?.main ? "queues.comesMain" : "queues.comesMeans")}</p>
          {draft.rules.map((rule, index) => (
            <RuleField
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place
              key={index}
              number={index + 1}
              rule={rule}
              onChange={(next) => set({ rules: draft.rules.map((one, at) => (at === index ? next : one)) })}
              onRemove={() => set({ rules: draft.rules.filter((_, at) => at !== index) })}
            />
          ))}
          <p>
            <Button look="line" onClick={() => set({ rules: [...draft.rules, freshRule] })}>
              {t("queues.addRule")}
            </Button>
          </p>
        </section>
        <section>
          <h2>{t("queues.when")}</h2>
          <CalendarField
            calendars={calendars.data?.items ?? []}
            calendar={draft.calendar}
            onChange={(calendar) => set({ calendar })}
          />
          <TargetsField targets={draft.targets} onChange={(targets) => set({ targets })} />
        </section>
        <section>
          <h2>{t("queues.howGiven")}</h2>
          <OneOf
            label={t("queues.howGivenWhy")}
            value={draft.automatic ? "automatic" : "taken"}
            choices={[
              { value: "taken", text: t("queues.taken") },
              { value: "automatic", text: t("queues.automatic") },
            ]}
            onChoose={(how) => set({ automatic: how === "automatic" })}
          />
          <p className="m">{t(draft.automatic ? "queues.automaticMeans" : "queues.takenMeans")}</p>
        </section>
        {save.isError && fault !== "name" && fault !== "id" && !closing ? (
          <p className="fault" role="alert">
            {saySave(save.error, dirty)}
          </p>
        ) : null}
        <SaveBar form={form} pending={save.isPending} fresh={!queue} onSave={submit} />
      </form>
      {queue && !queue.main ? (
        <section className="now">
          <h2>{t(queue.active ? "queues.switchOff" : "queues.isOff")}</h2>
          <p className="m">{t(queue.active ? "queues.switchOffMeans" : "queues.offMeans")}</p>
          <p className="acts">
            {queue.active ? (
              <Button look="line" onClick={() => setClosing(true)}>
                {t("queues.switchOff")}…
              </Button>
            ) : (
              <Button look="line" onClick={() => turn(true)}>
                {t("queues.switchOn")}
              </Button>
            )}
          </p>
          {closing ? (
            <Confirm
              title={t("queues.offTitle", { name: queueName(queue, language) })}
              action={t("queues.switchOff")}
              pending={save.isPending}
              error={save.error}
              onConfirm={() => turn(false)}
              onClose={() => setClosing(false)}
            >
              <ul className="means">
                <li>{t("queues.offNew")}</li>
                <li>{t("queues.offStays")}</li>
                <li>{t("queues.offBack")}</li>
              </ul>
            </Confirm>
          ) : null}
        </section>
      ) : null}
    </main>
  );
}
