import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { left } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { handoversQuery } from "../api/get-handovers.ts";
import { revokeHandover } from "../api/revoke-handover.ts";

/** How the handover stands that an entry of the timeline offers, and taking it back while it is open. */
export function HandoverBelow({ conversation, handover: id }: { conversation: string; handover: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const say = useProblemText();
  const client = useQueryClient();
  const all = useQuery(handoversQuery(conversation));
  const handover = all.data?.find((one) => one.id === id);
  const revoke = useMutation({
    mutationFn: () => revokeHandover(conversation, id),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.handovers(conversation) }),
  });
  if (!handover) return null;
  const channel = t(`channelIn.${handover.to}`);
  return (
    <div className="meta hov-below">
      {handover.state === "offered"
        ? t("handover.below.offered", { channel, time: left(handover.expiresAt, now, language) })
        : t(`handover.below.${handover.state}`, { channel })}
      {handover.state === "offered" ? (
        <button type="button" className="link" disabled={revoke.isPending} onClick={() => revoke.mutate()}>
          {t("handover.revoke")}
        </button>
      ) : null}
      {revoke.isError ? (
        <b className="ink" role="alert">
          {say(revoke.error)}
        </b>
      ) : null}
    </div>
  );
}
