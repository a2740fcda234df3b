import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { handoverWaysQuery } from "../api/get-handover-ways.ts";

type HandoverHintProps = { conversation: string; topic: string; onHandover: () => void };

/** Proposes another channel where the one the customer is on closed, failed, or reaches nobody. */
export function HandoverHint({ conversation, topic, onHandover }: HandoverHintProps) {
  const { t } = useTranslation();
  const ways = useQuery(handoverWaysQuery(conversation, topic));
  const best = ways.data?.items.find((way) => way.suggested !== null);
  if (!ways.data || !best) return null;
  const why = best.suggested === "failed" || best.suggested === "unread" ? best.suggested : "window-closed";
  return (
    <div className="hint hov-hint" role="status">
      <Icon name="corner-up-right" small />
      <span>
        {t(`handover.hint.${why}`, {
          from: t(`channel.${ways.data.from}`),
          to: t(`channelIn.${best.to}`),
        })}
      </span>
      <Button look="line" keys="h" onClick={onHandover}>
        {t("handover.begin")}
      </Button>
    </div>
  );
}
