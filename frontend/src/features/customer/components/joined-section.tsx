import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { exact, when } from "../../../lib/time.ts";
import type { Customer } from "../../../types/api.ts";
import { mergesQuery } from "../api/get-merges.ts";
import { movesQuery } from "../api/get-moves.ts";

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
          <DeedLine
            key={deed.id}
            name={fullName(deed.from.name) || t("customer.nameless")}
            by={t("customer.joinedBy", { by: deed.by, time: when(deed.at, now, language) })}
            title={exact(deed.at, language)}
            undo={t("customer.takeApart")}
            onUndo={() => onUndo(deed.id)}
          />
        ))}
      </div>
    </section>
  );
}

/** What was given to others and what came from them, and the way back. */
export function MovedSection({ customer, now, onUndo }: JoinedSectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moves = useQuery(movesQuery(customer.conversation));
  if (!moves.data || moves.data.items.length === 0) return null;
  return (
    <section aria-label={t("customer.moved")}>
      <h2>{t("customer.moved")}</h2>
      <div className="kv">
        {moves.data.items.map(({ move, title, away }) => (
          <DeedLine
            key={move.id}
            name={title}
            by={t(away ? "customer.movedTo" : "customer.movedFrom", {
              name: fullName((away ? move.to : move.from).name) || t("customer.nameless"),
              by: move.by,
              time: when(move.at, now, language),
            })}
            title={exact(move.at, language)}
            undo={t("customer.takeBack")}
            onUndo={() => onUndo(move.id)}
          />
        ))}
      </div>
    </section>
  );
}

type DeedLineProps = { name: string; by: string; title: string; undo: string; onUndo: () => void };

function DeedLine({ name, by, title, undo, onUndo }: DeedLineProps) {
  return (
    <>
      <span className="two-lines" dir="auto">
        {name}
        <small title={title}>{by}</small>
      </span>
      <button type="button" className="link" onClick={onUndo}>
        {undo}
      </button>
    </>
  );
}
