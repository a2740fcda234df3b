import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { fileSize } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import type { Channel, ReplyOption } from "../../../types/api.ts";
import { carriers, type Load, unfit } from "../fit.ts";

type UnfitNoticeProps = {
  way: ReplyOption;
  options: ReplyOption[];
  load: Load;
  onChoose: (option: ReplyOption) => void;
  /** Leads the customer to one of these channels. */
  elsewhere: ((channels: Channel[]) => ReactNode) | undefined;
};

/** What a channel does not carry of a message, and what does: a way that is open now, or one the customer is led to. */
export function UnfitNotice({ way, options, load, onChoose, elsewhere }: UnfitNoticeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const why = unfit(way, load);
  if (!why) return null;
  const { maxLength, maxAttachments, maxAttachmentBytes } = way.capabilities;
  const { now, channels } = carriers(options, load);
  const count = why === "length" ? (maxLength ?? 0) : maxAttachments;
  return (
    <div className="hint hov-hint" role="status">
      <Icon name="corner-up-right" small />
      <span>
        {t(`composer.unfit.${why}`, {
          count,
          channel: t(`channel.${way.channel}`),
          size: fileSize(maxAttachmentBytes, language),
        })}
      </span>
      {now ? (
        <Button look="line" onClick={() => onChoose(now)}>
          {t("composer.unfit.instead", { channel: t(`channelIn.${now.channel}`) })}
        </Button>
      ) : (
        elsewhere?.(channels)
      )}
    </div>
  );
}
