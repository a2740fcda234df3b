import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { clock } from "../../../lib/time.ts";
import type { Entry } from "../../../types/api.ts";

type NewerNoticeProps = { newer: Entry[]; onSend: () => void; onEdit: () => void };

/** Sending stopped, because something came that the writer had not seen. */
export function NewerNotice({ newer, onSend, onEdit }: NewerNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const inOrder = newer.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const last = inOrder.at(-1);
  const colleague = newer.length > 0 && newer.every((entry) => entry.direction === "out");
  return (
    <div className="newer" role="alert">
      <p className="ochre b">
        {t(colleague ? "composer.newerColleague" : "composer.newer", { name: fullName(last?.author.name ?? "") })}
      </p>
      <ul>
        {inOrder.slice(-4).map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{clock(entry.at, language)}</time>
            <span>{entry.text}</span>
          </li>
        ))}
      </ul>
      <p className="newer-acts">
        <Button look="line" onClick={onEdit}>
          {t("composer.edit")}
        </Button>
        <Button look="plain" keys="Mod+Enter" onClick={onSend}>
          {t("composer.sendAnyway")}
        </Button>
      </p>
    </div>
  );
}
