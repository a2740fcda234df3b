import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Wordmark } from "../../../components/ui/wordmark.tsx";
import { chooseLanguage, useLanguage } from "../../../lib/i18n/setup.ts";
import type { Language } from "../../../types/api.ts";

/** The page before the inbox: sign-in and set-up stand on it. */
export function Door({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choices: [Language, string][] = [
    ["en", t("settings.english")],
    ["nl", t("settings.dutch")],
  ];
  return (
    <div className="door">
      <main className="door-page">
        <Wordmark />
        {children}
        <footer>
          <fieldset className="langs">
            <legend className="sr">{t("signIn.language")}</legend>
            {choices.map(([code, name]) => (
              <button
                key={code}
                type="button"
                lang={code}
                className={code === language ? "b" : "m"}
                aria-pressed={code === language}
                onClick={() => void chooseLanguage(code)}
              >
                {name}
              </button>
            ))}
          </fieldset>
        </footer>
      </main>
    </div>
  );
}
