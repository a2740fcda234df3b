import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { KnownAlready } from "../../../types/fact.ts";
import { checkDraft } from "../api/check-draft.ts";
import { sourceText } from "../source-text.ts";

const pause = 150;

type KnownNoticeProps = {
  conversation: string;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Takes the text with the answer in the question's place. */
  onUse: (text: string) => void;
};

/** Says, while a question is being typed, that its answer is known, and from where. */
export function KnownNotice({ conversation, text, field, onUse }: KnownNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const known = useKnown(conversation, text);
  const use = () => {
    if (known) onUse(answered(text, known));
    field.current?.focus();
  };
  const latest = useRef(use);
  latest.current = use;
  useEffect(() => {
    const element = field.current;
    if (!known || !element) return;
    const keys = (event: KeyboardEvent) => {
      if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      latest.current();
    };
    element.addEventListener("keydown", keys);
    return () => element.removeEventListener("keydown", keys);
  }, [known, field]);
  return (
    <div role="status">
      {known ? (
        <div className="warn known">
          <Icon name="book-check" />
          <span>
            <b className="ochre">{t("fact.known", { name: known.name[language], value: known.value })}</b>,{" "}
            {t("fact.saidIn", { source: sourceText(known.source, now, t, language) })}
          </span>
          <Button look="line" className="r" keys="Tab" onClick={use}>
            {t("fact.use")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The text with the answer where the question was; a mark typed after it was looked at goes with it. */
export function answered(text: string, { asked, instead }: Pick<KnownAlready, "asked" | "instead">): string {
  return `${text.slice(0, asked.from)}${instead}${text.slice(asked.to).replace(/^[?!.]+/, "")}`;
}

/** The first question of a draft whose answer is known, while the draft is the one that was looked at. */
function useKnown(conversation: string, text: string): KnownAlready | null {
  const [found, setFound] = useState<{ text: string; known: KnownAlready | null } | null>(null);
  const begun = text.trim().length >= 5;
  useEffect(() => {
    if (!begun) return;
    const ending = new AbortController();
    const later = setTimeout(() => {
      checkDraft(conversation, text, ending.signal).then(
        ({ known }) => setFound({ text, known: known[0] ?? null }),
        // A check that fails warns of nothing; writing goes on.
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(later);
      ending.abort();
    };
  }, [conversation, text, begun]);
  if (!begun || !found?.known) return null;
  // While more is typed behind the question, it stays where it is.
  const { asked } = found.known;
  return text.slice(asked.from, asked.to) === found.text.slice(asked.from, asked.to) ? found.known : null;
}
