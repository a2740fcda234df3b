import { useTranslation } from "react-i18next";
import { readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { clock, exact, left } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { ReplyOption } from "../../../types/api.ts";

/** Whom it goes to, whether they wish for quiet now, and how long a channel's window stays open. */
export function Whither({ option, to }: { option: ReplyOption; to: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const rest = option.windowEndsAt ? Date.parse(option.windowEndsAt) - now : null;
  const soon = rest !== null && rest < 2 * 3_600_000;
  return (
    <span className="to">
      {option.to?.value && option.channel !== "chat" ? (
        <span className="whom">{t("composer.to", { to: to ?? readableNumber(option.to.value) })}</span>
      ) : null}
      {option.quietUntil ? (
        <span className="ochre b" title={exact(option.quietUntil, language)}>
          {t("composer.quiet", { time: clock(option.quietUntil, language) })}
        </span>
      ) : null}
      {option.windowEndsAt ? (
        <span className={soon ? "ochre num b" : "num"} title={exact(option.windowEndsAt, language)}>
          {t(soon ? "composer.windowSoon" : "composer.window", { time: left(option.windowEndsAt, now, language) })}
        </span>
      ) : null}
    </span>
  );
}
