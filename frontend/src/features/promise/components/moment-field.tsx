import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { exact } from "../../../lib/time.ts";
import type { MomentRead } from "../../../types/promise.ts";

type MomentFieldProps = {
  value: string;
  onChange: (value: string) => void;
  read: MomentRead | undefined;
};

/** By when, as people say it; below it stands how it was understood. */
export function MomentField({ value, onChange, read }: MomentFieldProps) {
  const { t } = useTranslation();
  return (
    <label>
      <span>{t("promise.moment")}</span>
      <input
        className="inp"
        maxLength={120}
        placeholder={t("promise.momentExample")}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <MomentLine read={read} />
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
