import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import { exact } from "../../../lib/time.ts";
import type { Language } from "../../../types/api.ts";
import type { MomentRead } from "../../../types/promise.ts";

type MomentFieldProps = {
  value: string;
  onChange: (value: string) => void;
  read: MomentRead | undefined;
};

/** By when, as people say it; below it stands how it was understood, and what to take instead where nobody is there then. */
export function MomentField({ value, onChange, read }: MomentFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const instead = read?.instead ? wordsFor(read.instead, read.zone, language) : null;
  return (
    <label>
      <span>{t("promise.moment")}</span>
      <input
        className="inp"
        maxLength={120}
        placeholder={t("promise.momentExample")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (instead === null || event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onChange(instead);
        }}
      />
      <MomentLine read={read} />
      {instead === null ? null : (
        <button type="button" className="link take" aria-keyshortcuts="Enter" onClick={() => onChange(instead)}>
          {t("promise.takeMoment", { moment: instead })} <kbd aria-hidden="true">{keyLabel("Enter")}</kbd>
        </button>
      )}
    </label>
  );
}

function MomentLine({ read }: { read: MomentRead | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!read) return <small>{t("promise.momentHint")}</small>;
  const at = read.outcome === "understood" ? read.at : null;
  return (
    <small className={at === null ? "b" : undefined} role="status" title={at ? exact(at, language) : undefined}>
      {read.sentence}
    </small>
  );
}

/** A moment in the words that are read as it, by the clock it was meant in: “27 november 09:00”. */
function wordsFor(at: string, zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("day")} ${part("month")} ${part("hour")}:${part("minute")}`;
}
