import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { keyLabel, useShortcuts } from "../../../lib/shortcuts.ts";
import { showToast } from "../../../lib/toast.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Fact } from "../../../types/fact.ts";
import { deleteFact } from "../api/delete-fact.ts";
import { factsQuery } from "../api/get-facts.ts";
import { putFact } from "../api/put-fact.ts";
import { sourceText } from "../source-text.ts";
import { isWish } from "../wishes.ts";
import { WishesSection } from "./wishes-section.tsx";

type KnownSectionProps = {
  conversation: string;
  customer: string;
  /** The kind the words of a message led to; each time another number. */
  aim: { kind: string; number: number } | null;
  /** The customer's language, if it is known. */
  spoken: string | null;
  /** Takes a question into the answer that is being written. */
  onAsk: (question: string) => void;
  /** Leads to the entry that says it. */
  onSource: (entry: string) => void;
};

/** What a customer told us, with where and when; whoever knows better corrects it. */
export function KnownSection({ conversation, customer, aim, spoken, onAsk, onSource }: KnownSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = useQuery(factsQuery(conversation, customer));
  const [open, setOpen] = useState<string | null>(null);
  const items = facts.data?.items ?? [];
  const all = items.filter((fact) => !isWish(fact));
  const worth = facts.data?.worthAsking;
  const ask = worth
    ? () => onAsk(worth.question[spoken ? (spoken.startsWith("nl") ? "nl" : "en") : language])
    : undefined;
  useShortcuts({ "Shift+W": ask });
  return (
    <>
      <section aria-label={t("fact.heading")}>
        <h2>
          {t("fact.heading")}
          {all.length > 0 ? <span className="r">{t("fact.saidWhen")}</span> : null}
        </h2>
        {facts.isSuccess && all.length === 0 ? <div className="m">{t("fact.none")}</div> : null}
        {all.map((fact) =>
          open === fact.kind ? (
            <FactForm
              key={fact.kind}
              fact={fact}
              customer={customer}
              conversation={conversation}
              onDone={() => setOpen(null)}
            />
          ) : (
            <FactLine
              key={fact.kind}
              fact={fact}
              aimed={aim?.kind === fact.kind ? aim.number : 0}
              onOpen={() => setOpen(fact.kind)}
              onSource={onSource}
            />
          ),
        )}
      </section>
      {facts.isSuccess ? <WishesSection facts={items} conversation={conversation} customer={customer} /> : null}
      {worth ? (
        <section aria-label={t("fact.worth")}>
          <h2>{t("fact.worth")}</h2>
          <div className="fact">
            <span>{worth.name[language]}</span>
            <button
              type="button"
              className="link"
              aria-keyshortcuts="Shift+W"
              title={worth.question[language]}
              onClick={ask}
            >
              {t("fact.ask")}
              <kbd aria-hidden="true">{keyLabel("Shift+W")}</kbd>
            </button>
          </div>
        </section>
      ) : null}
    </>
  );
}

type FactLineProps = { fact: Fact; aimed: number; onOpen: () => void; onSource: (entry: string) => void };

function FactLine({ fact, aimed, onOpen, onSource }: FactLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const value = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (aimed > 0) value.current?.focus();
  }, [aimed]);
  const source = sourceText(fact.source, now, t, language);
  const entry = fact.entries[0];
  const said =
    fact.state === "said" ? (
      <Moment at={fact.source.at}>{source}</Moment>
    ) : (
      <span title={fact.by?.name}>
        {/* What nobody said before was set here, and corrects nothing. */}
        {fact.state === "corrected" && fact.earlier.length === 0 ? t("fact.in.agent") : t(`fact.state.${fact.state}`)}
      </span>
    );
  return (
    <div className={aimed > 0 ? "fact aimed" : "fact"} id={`known-${fact.kind}`}>
      <button
        ref={value}
        type="button"
        className="topic-link"
        dir="auto"
        title={t("fact.change")}
        onClick={onOpen}
        {...(aimed > 0 ? { "data-first": true } : {})}
      >
        <span className="m">{fact.name[language]}</span> {readableNumber(fact.value)}
      </button>
      <span className="m num">
        {entry ? (
          <button
            type="button"
            className="said-at"
            aria-label={t("fact.toSource", { name: fact.name[language], source })}
            onClick={() => onSource(entry)}
          >
            {said}
          </button>
        ) : (
          said
        )}
      </span>
    </div>
  );
}

type FactFormProps = { fact: Fact; customer: string; conversation: string; onDone: () => void };

function FactForm({ fact, customer, conversation, onDone }: FactFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [value, setValue] = useState(fact.value);
  const put = useMutation({
    mutationFn: (to: string) => putFact(customer, fact.kind, to),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queryKeys.facts(conversation) });
      onDone();
    },
  });
  const take = useMutation({
    mutationFn: () => deleteFact(customer, fact.kind),
    onSuccess: () => {
      const again = () => void client.invalidateQueries({ queryKey: queryKeys.facts(conversation) });
      again();
      const name = fact.name[language];
      showToast(t("fact.takenAway", { name, value: fact.value }), [
        { text: t("fact.undo"), run: () => void putFact(customer, fact.kind, fact.value).finally(again) },
      ]);
      onDone();
    },
  });
  const error = put.error ?? take.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim()) put.mutate(value.trim());
  };
  const same = value.trim() === fact.value;
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
      <label>
        <span className="m">{fact.name[language]}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a click just now
          autoFocus
          value={value}
          maxLength={200}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <p className="m">
        {t("fact.source", { source: sourceText(fact.source, now, t, language) })}
        {fact.earlier.map((one) => (
          <span key={one.value}>
            <br />
            {t("fact.before", { value: one.value, source: sourceText(one.source, now, t, language) })}
          </span>
        ))}
      </p>
      {error ? (
        <p className="b" role="alert">
          {problemText(error)}
        </p>
      ) : null}
      <p className="fact-acts">
        <Button look="line" type="submit" disabled={put.isPending}>
          {t(same ? "fact.confirm" : "fact.correct")}
        </Button>
        <Button onClick={() => take.mutate()} disabled={take.isPending}>
          {t("fact.takeAway")}
        </Button>
        <Button onClick={onDone}>{t("fact.cancel")}</Button>
      </p>
    </form>
  );
}
