import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Customer } from "../../../types/api.ts";
import type { Suggestion } from "../../../types/identity.ts";
import { suggestionsQuery } from "../api/get-suggestions.ts";
import { refuseSuggestion } from "../api/refuse-suggestion.ts";
import { evidenceText } from "../evidence-text.ts";

type SuggestionSectionProps = {
  customer: Customer;
  onAccept: (other: string) => void;
  onOpen: (conversation: string) => void;
};

/** Who may be the same person, and what speaks for it. Nothing is there where nothing speaks for anybody. */
export function SuggestionSection({ customer, onAccept, onOpen }: SuggestionSectionProps) {
  const { t } = useTranslation();
  const found = useQuery(suggestionsQuery(customer.conversation, customer.id));
  if (!found.data || found.data.items.length === 0) return null;
  return (
    <section aria-label={t("customer.mightBe")}>
      <h2>{t("customer.mightBe")}</h2>
      {found.data.items.map((one) => (
        <SuggestionLine
          key={one.id}
          customer={customer}
          suggestion={one}
          onAccept={() => onAccept(one.id)}
          onOpen={() => onOpen(one.customer.conversation)}
        />
      ))}
    </section>
  );
}

type SuggestionLineProps = { customer: Customer; suggestion: Suggestion; onAccept: () => void; onOpen: () => void };

function SuggestionLine({ customer, suggestion, onAccept, onOpen }: SuggestionLineProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const say = useProblemText();
  const name = fullName(suggestion.customer.name) || t("customer.nameless");
  const refuse = useMutation({
    mutationFn: () => refuseSuggestion(customer.id, suggestion.id),
    onSuccess: () => {
      announce(t("customer.refused", { name }));
      client.setQueryData<{ items: Suggestion[] }>(
        queryKeys.suggestions(customer.conversation),
        (data) => data && { items: data.items.filter((one) => one.id !== suggestion.id) },
      );
    },
  });
  const shape = { strong: "lv ver", likely: "lv obs", possible: "lv" }[suggestion.strength];
  return (
    <div className="maybe">
      <div className="maybe-who">
        <button type="button" className="topic-link b" dir="auto" title={t("customer.openOther")} onClick={onOpen}>
          {name}
        </button>
        <span className={shape}>{t(`customer.strength.${suggestion.strength}`)}</span>
      </div>
      <ul>
        {suggestion.evidence.slice(0, 4).map((one) => (
          <li key={`${one.kind} ${one.value} ${one.source}`}>{evidenceText(one, t)}</li>
        ))}
      </ul>
      <div className="maybe-acts">
        <button type="button" className="link" onClick={onAccept}>
          {t("customer.join")}
        </button>
        <button type="button" className="link" disabled={refuse.isPending} onClick={() => refuse.mutate()}>
          {t("customer.notSame")}
        </button>
      </div>
      {refuse.isError ? (
        <p className="fault" role="alert">
          {say(refuse.error)}
        </p>
      ) : null}
    </div>
  );
}
