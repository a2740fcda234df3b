import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { clock, exact } from "../../../lib/time.ts";
import type { Channel, Entry } from "../../../types/api.ts";

/** A new chapter: the customer went on through another channel, and how they were recognised. */
export function HandoverRule({ entry, tight }: { entry: Entry; tight: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const handover = entry.event?.handover;
  if (!handover) return null;
  const code = handover.code?.replace(/^(\d{3})(\d{3})$/, "$1 $2");
  const other = entry.event?.customer?.name;
  return (
    <div className={tight ? "hand tight" : "hand"} title={`${clock(entry.at, language)}, ${exact(entry.at, language)}`}>
      <b>
        {t(`channelIn.${handover.from as Channel}`)} → {t(`channelIn.${handover.to as Channel}`)}
      </b>
      <span>
        {entry.event?.kind === "handover-carried"
          ? t("event.handoverCarried")
          : code
            ? t("event.handoverCode", { code })
            : other
              ? t("event.handoverApart", { name: other })
              : t("event.handoverContinued")}
      </span>
    </div>
  );
}
