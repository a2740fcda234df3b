import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Channel, Language } from "../../../types/api.ts";
import type { Fact } from "../../../types/fact.ts";
import { deleteFact } from "../api/delete-fact.ts";
import { putFact } from "../api/put-fact.ts";
import { type About, aboutChanges, aboutOf, type Wishes, wishesOf, wishKinds } from "../wishes.ts";

type WishesSectionProps = { facts: Fact[]; conversation: string; customer: string };

/** How a customer wishes to be reached: on which channel, when not, in which language. Answers and promises go by it. */
export function WishesSection({ facts, conversation, customer }: WishesSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const wishes = wishesOf(facts);
  const said = sentence(wishes, t, language);
  return (
    <section aria-label={t("fact.wishes.heading")}>
      <h2>
        {t("fact.wishes.heading")}
        {open ? null : (
          <button type="button" className="link r" onClick={() => setOpen(true)}>
            {t(said ? "fact.wishes.change" : "fact.wishes.write")}
          </button>
        )}
      </h2>
      {open ? (
        <WishesForm
          wishes={wishes}
          about={aboutOf(facts)}
          conversation={conversation}
          customer={customer}
          onDone={() => setOpen(false)}
        />
      ) : (
        <div className={said ? undefined : "m"}>{said || t("fact.wishes.none")}</div>
      )}
    </section>
  );
}

function sentence(wishes: Wishes, t: TFunction, screen: Language): string {
  return [
    wishes.channel ? t("fact.wishes.on", { channel: t(`channelIn.${wishes.channel as Channel}`) }) : null,
    wishes.from ? t("fact.wishes.not", { from: wishes.from, until: wishes.until }) : null,
    wishes.language ? t("fact.wishes.in", { language: languageName(wishes.language, screen) }) : null,
  ]
    .filter(Boolean)
    .join(" ");
}

const channels = ["email", "chat", "sms", "whatsapp", "voice"] as const satisfies readonly Channel[];

type WishesFormProps = { wishes: Wishes; about: About; conversation: string; customer: string; onDone: () => void };

function WishesForm({ wishes, about, conversation, customer, onDone }: WishesFormProps) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const id = useId();
  const client = useQueryClient();
  const say = useProblemText();
  const [wanted, setWanted] = useState(wishes);
  const [known, setKnown] = useState(about);
  const set = (part: Partial<Wishes>) => setWanted({ ...wanted, ...part });
  const save = useMutation({
    mutationFn: async () => {
      for (const [kind, value] of [...wishKinds(wishes, wanted), ...aboutChanges(about, known)])
        await (value === "" ? deleteFact(customer, kind) : putFact(customer, kind, value));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: queryKeys.facts(conversation) });
      void client.invalidateQueries({ queryKey: ["reply-options", conversation] });
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <form
      className="fact-form"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone();
      }}
    >
      <label htmlFor={`${id}-channel`}>
        <span className="m">{t("fact.wishes.channel")}</span>
        <select
          id={`${id}-channel`}
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a click just now
          autoFocus
          className="inp"
          value={wanted.channel}
          onChange={(event) => set({ channel: event.target.value })}
        >
          <option value="">{t("fact.wishes.any")}</option>
          {channels.map((one) => (
            <option key={one} value={one}>
              {t(`channel.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="two">
        <label htmlFor={`${id}-from`}>
          <span className="m">{t("fact.wishes.from")}</span>
          <input
            id={`${id}-from`}
            className="inp"
            type="time"
            required={wanted.until !== ""}
            value={wanted.from}
            onChange={(event) => set({ from: event.target.value })}
          />
        </label>
        <label htmlFor={`${id}-until`}>
          <span className="m">{t("fact.wishes.until")}</span>
          <input
            id={`${id}-until`}
            className="inp"
            type="time"
            required={wanted.from !== ""}
            value={wanted.until}
            onChange={(event) => set({ until: event.target.value })}
          />
        </label>
      </div>
      <label htmlFor={`${id}-language`}>
        <span className="m">{t("fact.wishes.language")}</span>
        <select
          id={`${id}-language`}
          className="inp"
          value={wanted.language}
          onChange={(event) => set({ language: event.target.value })}
        >
          <option value="">{t("fact.wishes.theirs")}</option>
          {["nl", "en"].map((one) => (
            <option key={one} value={one}>
              {languageName(one, screen)}
            </option>
          ))}
        </select>
      </label>
      <div className="two">
        {(["birthday", "since"] as const).map((one) => (
          <label key={one} htmlFor={`${id}-${one}`}>
            <span className="m">{t(`fact.wishes.${one}`)}</span>
            <input
              id={`${id}-${one}`}
              className="inp"
              maxLength={20}
              placeholder="12-05-1990"
              value={known[one]}
              onChange={(event) => setKnown({ ...known, [one]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <label htmlFor={`${id}-persona`}>
        <span className="m">{t("fact.wishes.persona")}</span>
        <input
          id={`${id}-persona`}
          className="inp"
          maxLength={60}
          value={known.persona}
          onChange={(event) => setKnown({ ...known, persona: event.target.value })}
        />
      </label>
      {save.error ? (
        <p className="b" role="alert">
          {say(save.error)}
        </p>
      ) : null}
      <p className="fact-acts">
        <Button look="line" type="submit" disabled={save.isPending}>
          {t("fact.wishes.save")}
        </Button>
        <Button onClick={onDone}>{t("fact.cancel")}</Button>
      </p>
    </form>
  );
}
