import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { exact, when } from "../../../lib/time.ts";
import type { Customer } from "../../../types/api.ts";
import { mergesQuery } from "../api/get-merges.ts";

type JoinedSectionProps = { customer: Customer; now: number; onUndo: (deed: string) => void };

/** Who was joined to become this customer, and the way back. */
export function JoinedSection({ customer, now, onUndo }: JoinedSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const merges = useQuery(mergesQuery(customer.conversation, customer.id));
  if (!merges.data || merges.data.items.length === 0) return null;
  return (
    <section aria-label={t("customer.joined")}>
      <h2>{t("customer.joined")}</h2>
      <div className="kv">
        {merges.data.items.map((deed) => (
          <JoinedLine
            key={deed.id}
            name={fullName(deed.from.name) || t("customer.nameless")}
            by={t("customer.joinedBy", { by: deed.by, time: when(deed.at, now, language) })}
            title={exact(deed.at, language)}
            onUndo={() => onUndo(deed.id)}
          />
        ))}
      </div>
    </section>
  );
}

function JoinedLine({ name, by, title, onUndo }: { name: string; by: string; title: string; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="two-lines" dir="auto">
        {name}
        <small title={title}>{by}</small>
      </span>
      <button type="button" className="link" onClick={onUndo}>
        {t("customer.takeApart")}
      </button>
    </>
  );
}
