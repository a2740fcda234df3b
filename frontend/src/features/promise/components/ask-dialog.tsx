import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useUnfinished } from "../../../lib/use-unfinished.ts";
import type { Department } from "../../../types/api.ts";
import { askColleague } from "../api/ask-colleague.ts";
import { type AskedFor, requestsKey } from "../asked-for.ts";
import { useMoment } from "../use-moment.ts";
import { PromiseForm } from "./promise-form.tsx";

type AskDialogProps = {
  matter: AskedFor;
  topic: string;
  /** What they may read, unless the asker says otherwise. */
  excerpt: string;
  departments: Department[];
  onClose: () => void;
};

/** Asks somebody without a seat: what, with how much of the conversation. Their answer comes back as a note. */
export function AskDialog({ matter, topic, departments, onClose, ...given }: AskDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const { form, change, over } = useUnfinished(`asking for ${"topic" in matter ? matter.topic : matter.promise}`, {
    department: departments[0]?.id ?? "",
    to: "",
    name: "",
    question: "",
    excerpt: given.excerpt,
    moment: "",
  });
  const { department, to, name, question, excerpt, moment } = form;
  const [looked, setLooked] = useState(false);
  const { read, due } = useMoment(topic, moment);
  const clientId = useMemo(() => crypto.randomUUID(), []);
  const person = department === "";
  const alone = "topic" in matter;
  const address = /^[^\s@]+@[^\s@]+$/.test(to.trim());
  const ready = question.trim() !== "" && (!person || address) && (moment.trim() === "" || due !== null);
  const odd = looked && person && to.trim() !== "" && !address;
  const ask = useMutation({
    mutationFn: () =>
      askColleague(matter, {
        ...(person ? { to: to.trim(), language, ...(name.trim() ? { name: name.trim() } : {}) } : { department }),
        question: question.trim(),
        ...(excerpt.trim() ? { excerpt: excerpt.trim() } : {}),
        ...(due === null ? {} : { dueAt: due }),
        clientId,
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: requestsKey(matter) });
      announce(t("promise.ask.asked"));
      over();
      onClose();
    },
  });
  const giveUp = () => {
    over();
    onClose();
  };
  const submit = () => {
    setLooked(true);
    if (ready) ask.mutate();
  };
  return (
    <PromiseForm
      title={t("promise.ask.title")}
      action={t("promise.ask.send")}
      ready={ready}
      pending={ask.isPending}
      error={ask.error}
      onSubmit={submit}
      onGiveUp={giveUp}
      onClose={onClose}
    >
      {departments.length > 0 ? (
        <label>
          <span>{t("promise.ask.whom")}</span>
          <select className="inp" value={department} onChange={(event) => change({ department: event.target.value })}>
            {departments.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
            <option value="">{t("promise.ask.somebody")}</option>
          </select>
        </label>
      ) : null}
      {person ? (
        <div className="two">
          <label>
            <span>{t("promise.ask.email")}</span>
            <input
              className="inp"
              type="email"
              required
              maxLength={254}
              value={to}
              aria-invalid={odd}
              data-says
              onInvalid={() => setLooked(true)}
              onBlur={() => setLooked(true)}
              onChange={(event) => change({ to: event.target.value })}
            />
            {odd ? (
              <small className="b" role="status">
                {t("promise.ask.noAddress")}
              </small>
            ) : null}
          </label>
          <label>
            <span>{t("promise.ask.name")}</span>
            <input
              className="inp"
              maxLength={80}
              placeholder={t("promise.ask.nameExample")}
              value={name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </label>
        </div>
      ) : null}
      <label>
        <span>{t("promise.ask.question")}</span>
        <textarea
          className="inp"
          data-first
          rows={3}
          required
          maxLength={2000}
          value={question}
          onChange={(event) => change({ question: event.target.value })}
        />
      </label>
      <label>
        <span>{t("promise.ask.excerpt")}</span>
        <textarea
          className="inp"
          rows={2}
          maxLength={2000}
          value={excerpt}
          onChange={(event) => change({ excerpt: event.target.value })}
        />
      </label>
      <label>
        <span>{t("promise.ask.byWhen")}</span>
        <input
          className="inp"
          maxLength={120}
          placeholder={t(alone ? "promise.ask.aDay" : "promise.ask.inTime")}
          value={moment}
          onChange={(event) => change({ moment: event.target.value })}
        />
        {read ? (
          <small className={due === null ? "b" : undefined} role="status">
            {read.sentence}
          </small>
        ) : null}
      </label>
      <p className="m">{t(alone ? "promise.ask.explainedAlone" : "promise.ask.explained")}</p>
    </PromiseForm>
  );
}
