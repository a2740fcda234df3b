import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { DraftCheck, KnownAlready } from "../../../types/fact.ts";
import { checkDraft } from "../api/check-draft.ts";
import { saidText } from "../source-text.ts";

const pause = 150;

type KnownNoticeProps = {
  conversation: string;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Takes the text with the answer in the question's place. */
  onUse: (text: string) => void;
  /** Begins to record what the words promise. */
  onPromise: (noticed: { words: string; dueAt: string | null }) => void;
};

/** Says, while a question is being typed, that its answer is known, and from where; or that the words read like a promise. */
export function KnownNotice({ conversation, text, field, onUse, onPromise }: KnownNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { known, promise } = useChecked(conversation, text);
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
            {saidText(known.source, now, t, language)}
          </span>
          <Button look="line" className="r" keys="Tab" onClick={use}>
            {t("fact.use")}
          </Button>
        </div>
      ) : promise ? (
        <div className="warn known">
          <Icon name="hourglass" />
          <span>{t("promise.noticed")}</span>
          <Button look="line" className="r" onClick={() => onPromise(promise)}>
            {t("promise.record")}
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

type Checked = { known: KnownAlready | null; promise: DraftCheck["promise"] };

const nothing: Checked = { known: null, promise: null };

/** The first question of a draft whose answer is known, and what it promises, while the draft is the one that was looked at. */
function useChecked(conversation: string, text: string): Checked {
  const [found, setFound] = useState<(Checked & { text: string }) | null>(null);
  const begun = text.trim().length >= 5;
  useEffect(() => {
    if (!begun) return;
    const ending = new AbortController();
    const later = setTimeout(() => {
      checkDraft(conversation, text, ending.signal).then(
        ({ known, promise }) => setFound({ text, known: known[0] ?? null, promise }),
        // A check that fails warns of nothing; writing goes on.
        () => undefined,
      );
    }, pause);
    return () => {
      clearTimeout(later);
      ending.abort();
    };
  }, [conversation, text, begun]);
  if (!begun || !found) return nothing;
  // While more is typed behind a question or a promise, it stays where it is.
  const stands = ({ from, to }: { from: number; to: number }) => text.slice(from, to) === found.text.slice(from, to);
  return {
    known: found.known && stands(found.known.asked) ? found.known : null,
    promise: found.promise && stands(found.promise.at) ? found.promise : null,
  };
}
