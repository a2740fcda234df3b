import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { showToast } from "../../../lib/toast.ts";
import type { Channel } from "../../../types/api.ts";
import { createHandover } from "../api/create-handover.ts";
import { handoverWaysQuery } from "../api/get-handover-ways.ts";

type HandoverElsewhereProps = {
  conversation: string;
  topic: string;
  /** Where what is written can go. */
  channels: Channel[];
  /** Opens what shows every way, and what proves one. */
  onHandover: () => void;
};

/** Leads the customer, in one action, to a channel that carries what the one they are on does not. */
export function HandoverElsewhere({ conversation, topic, channels, onHandover }: HandoverElsewhereProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const ways = useQuery(handoverWaysQuery(conversation, topic));
  const clientId = useRef(crypto.randomUUID());
  const able = (ways.data?.items ?? []).filter((way) => channels.includes(way.to));
  const best = able.find((way) => way.available) ?? able.find((way) => way.reason === "no-address");
  const offer = useMutation({
    mutationFn: (to: Channel) => createHandover(conversation, { to, topic, clientId: clientId.current }),
    onSuccess: (handover) => {
      void client.invalidateQueries({ queryKey: queryKeys.handovers(conversation) });
      // Who could not be told is shown it by whoever hands them over.
      if (handover.said) announce(t("handover.offered", { channel: t(`channelIn.${handover.to}`) }));
      else onHandover();
    },
    onError: (error) => showToast(say(error)),
  });
  const go = () => {
    if (!best || offer.isPending || offer.isSuccess) return;
    // An address that is not proven is looked at first.
    if (!best.available || (best.how === "write" && !best.proven)) onHandover();
    else offer.mutate(best.to);
  };
  useShortcuts({ "Shift+H": best ? go : undefined });
  if (!best) return null;
  const channel = t(`channelIn.${best.to}`);
  return offer.isSuccess ? (
    <b>{t("handover.offered", { channel })}</b>
  ) : (
    <Button look="line" keys="Shift+H" aria-disabled={offer.isPending} onClick={go}>
      {t("handover.leadTo", { channel })}
    </Button>
  );
}
