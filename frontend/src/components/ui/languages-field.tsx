import { useTranslation } from "react-i18next";
import { useLanguage } from "../../lib/i18n/setup.ts";
import { languageName, otherLanguages } from "../../lib/languages.ts";
import { Icon } from "./icon.tsx";

type LanguagesFieldProps = { label: string; speaks: readonly string[]; onChange: (speaks: string[]) => void };

/** A few languages: each can be taken away, another added. */
export function LanguagesField({ label, speaks, onChange }: LanguagesFieldProps) {
  const { t } = useTranslation();
  const screen = useLanguage();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {speaks.map((code) => (
        <button
          key={code}
          type="button"
          className="choice on"
          aria-label={t("staff.speaksNot", { language: languageName(code, screen) })}
          onClick={() => onChange(speaks.filter((one) => one !== code))}
        >
          {languageName(code, screen)}
          <Icon name="x" small />
        </button>
      ))}
      <select
        className="choice"
        aria-label={t("staff.speaksAdd")}
        value=""
        onChange={(event) => event.target.value && onChange([...speaks, event.target.value])}
      >
        <option value="">{t("staff.speaksAdd")}</option>
        {otherLanguages(speaks, screen).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
