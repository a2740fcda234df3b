import { useTranslation } from "react-i18next";
import { smsSegments } from "../../../lib/sms-segments.ts";
import type { ReplyOption } from "../../../types/api.ts";

/** How much room is left: parts of an SMS, or what a channel's limit leaves once it comes near. */
export function LengthNote({ option, text }: { option: ReplyOption; text: string }) {
  const { t } = useTranslation();
  const limit = option.capabilities.maxLength;
  if (limit !== null && text.length > limit)
    return <span className="count b ochre">{t("composer.tooLong", { over: text.length - limit })}</span>;
  if (option.channel === "sms") {
    const { units, parts, perPart } = smsSegments(text);
    if (units < 60) return null;
    return <span className="count">{t("composer.segments", { count: parts, left: parts * perPart - units })}</span>;
  }
  if (limit !== null && text.length > limit * 0.8)
    return <span className="count">{t("composer.lengthLeft", { left: limit - text.length })}</span>;
  return null;
}
