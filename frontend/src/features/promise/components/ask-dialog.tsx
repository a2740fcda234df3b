import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Department } from "../../../types/api.ts";
import { askColleague } from "../api/ask-colleague.ts";
import { type AskedFor, requestsKey } from "../asked-for.ts";
import { useMoment } from "../use-moment.ts";

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
  const say = useProblemText();
  const client = useQueryClient();
  const [department, setDepartment] = useState(departments[0]?.id ?? "");
  const [to, setTo] = useState("");
  const [name, setName] = useState("");
  const [question, setQuestion] = useState("");
  const [excerpt, setExcerpt] = useState(given.excerpt);
  const [moment, setMoment] = useState("");
  const { read, due } = useMoment(topic, moment);
  const clientId = useMemo(() => crypto.randomUUID(), []);
  const person = department === "";
  const alone = "topic" in matter;
  const ready = question.trim() !== "" && (!person || to.includes("@")) && (moment.trim() === "" || due !== null);
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
      onClose();
    },
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready && !ask.isPending) ask.mutate();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  };
  return (
    <Dialog kind="panel" label={t("promise.ask.title")} title={t("promise.ask.title")} onClose={onClose}>
      <form className="prm" onSubmit={submit} onKeyDown={keys}>
        {departments.length > 0 ? (
          <label>
            <span>{t("promise.ask.whom")}</span>
            <select className="inp" value={department} onChange={(event) => setDepartment(event.target.value)}>
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
                onChange={(event) => setTo(event.target.value)}
              />
            </label>
            <label>
              <span>{t("promise.ask.name")}</span>
              <input
                className="inp"
                maxLength={80}
                placeholder={t("promise.ask.nameExample")}
                value={name}
                onChange={(event) => setName(event.target.value)}
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
            onChange={(event) => setQuestion(event.target.value)}
          />
        </label>
        <label>
          <span>{t("promise.ask.excerpt")}</span>
          <textarea
            className="inp"
            rows={2}
            maxLength={2000}
            value={excerpt}
            onChange={(event) => setExcerpt(event.target.value)}
          />
        </label>
        <label>
          <span>{t("promise.ask.byWhen")}</span>
          <input
            className="inp"
            maxLength={120}
            placeholder={t(alone ? "promise.ask.aDay" : "promise.ask.inTime")}
            value={moment}
            onChange={(event) => setMoment(event.target.value)}
          />
          {read ? (
            <small className={due === null ? "b" : undefined} role="status">
              {read.sentence}
            </small>
          ) : null}
        </label>
        <p className="m">{t(alone ? "promise.ask.explainedAlone" : "promise.ask.explained")}</p>
        {ask.isError ? (
          <p className="b" role="alert">
            {say(ask.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" keys="Mod+Enter" aria-disabled={!ready || ask.isPending}>
            {t("promise.ask.send")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
