import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { factsQuery } from "../api/get-facts.ts";
import { aboutOf } from "../wishes.ts";

/** What kind of person the customer is, as we wrote down: said wherever one writes, promises or hands over. */
export function PersonaHint({ conversation, customer }: { conversation: string; customer: string }) {
  const { t } = useTranslation();
  const facts = useQuery(factsQuery(conversation, customer));
  const { persona } = aboutOf(facts.data?.items ?? []);
  if (!persona) return null;
  return (
    <span className="persona" title={t("fact.persona", { persona })}>
      {t("fact.persona", { persona })}
    </span>
  );
}
