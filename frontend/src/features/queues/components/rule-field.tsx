import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/ui/button.tsx";
import { SomeOf } from "../../../components/ui/choices.tsx";
import { LanguagesField } from "../../../components/ui/languages-field.tsx";
import type { FeedRule } from "../../../types/queue.ts";
import { accountsQuery } from "../api/get-accounts.ts";
import { readWords, saysNothing } from "../queue-draft.ts";

type RuleFieldProps = { number: number; rule: FeedRule; onChange: (rule: FeedRule) => void; onRemove: () => void };

/** What a message must be like to come here: every condition that is given holds, of its values one is enough. */
export function RuleField({ number, rule, onChange, onRemove }: RuleFieldProps) {
  const { t } = useTranslation();
  const accounts = useQuery(accountsQuery);
  const known = accounts.data?.items ?? [];
  const choices = [
    ...known.map((account) => ({ value: account.id, text: account.name || account.id })),
    // An account that is not connected just now stays in the rule.
    ...rule.accounts.filter((id) => !known.some((one) => one.id === id)).map((id) => ({ value: id, text: id })),
  ];
  return (
    <fieldset className="rule">
      <legend className="sr">{t("queues.rule", { number })}</legend>
      <div className="rule-top">
        <b>{t("queues.rule", { number })}</b>
        {saysNothing(rule) ? <span className="m">{t("queues.saysNothing")}</span> : null}
        <IconButton icon="x" className="r" label={t("queues.removeRule", { number })} onClick={onRemove} />
      </div>
      <SomeOf
        label={t("queues.onAccounts")}
        values={rule.accounts}
        choices={choices}
        none={t("queues.noAccounts")}
        onChange={(next) => onChange({ ...rule, accounts: next })}
      />
      <LanguagesField
        label={t("queues.inLanguages")}
        speaks={rule.languages}
        onChange={(languages) => onChange({ ...rule, languages })}
      />
      <ListField
        label={t("queues.withWords")}
        hint={t("queues.wordsHint")}
        values={rule.words}
        onChange={(words) => onChange({ ...rule, words })}
      />
      <ListField
        label={t("queues.ofBrands")}
        values={rule.brands}
        onChange={(brands) => onChange({ ...rule, brands })}
      />
    </fieldset>
  );
}

type ListFieldProps = { label: string; hint?: string; values: string[]; onChange: (values: string[]) => void };

/** A list as it is typed, with commas; what is typed stays as it is until it says something else. */
function ListField({ label, hint, values, onChange }: ListFieldProps) {
  const id = useId();
  const [text, setText] = useState(() => values.join(", "));
  const shown = readWords(text).join(", ") === values.join(", ") ? text : values.join(", ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={shown}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readWords(event.target.value));
        }}
      />
      {hint ? (
        <p className="m" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
