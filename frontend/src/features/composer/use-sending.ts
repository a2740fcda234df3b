import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/announce.ts";
import { dropOutgoing, markOutgoing, type Outgoing, putOutgoing } from "../../lib/outbox.ts";
import { isProblem } from "../../lib/problem.ts";
import { useProblemText } from "../../lib/problem-text.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import type { Entry } from "../../types/api.ts";
import { createNote } from "./api/create-note.ts";
import { sendMessage } from "./api/send-message.ts";
import { giveBack } from "./drafts.ts";
import { othersOf } from "./recipients.ts";
import { goOn, stop } from "./stops.ts";

function deliver(one: Outgoing): Promise<Entry> {
  return one.request
    ? sendMessage(one.conversation, one.request)
    : createNote(one.conversation, { topic: one.topic, text: one.text, clientId: one.clientId });
}

/** Sends what is in the outbox. The client id makes every repeat harmless. */
export function useSending(
  onEntry: (conversation: string, entry: Entry) => void,
  onSent: (one: Outgoing, entry: Entry) => void,
) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();

  return useCallback(
    async (one: Outgoing) => {
      putOutgoing({ ...one, state: "sending", reason: null });
      goOn(one.conversation);
      try {
        const entry = await deliver(one);
        onEntry(one.conversation, entry);
        dropOutgoing(one.clientId);
        onSent(one, entry);
        // Whoever was added takes part from now on.
        if (Array.isArray(one.request?.to))
          void client.invalidateQueries({ queryKey: queryKeys.allReplyOptions(one.conversation) });
        announce(
          one.kind === "note"
            ? t("composer.noted")
            : t("composer.sent", { channel: one.channel ? t(`channelIn.${one.channel}`) : "" }),
        );
      } catch (error) {
        if (isProblem(error, "newer-messages")) {
          const newer = (error.body.newer as Entry[] | undefined) ?? [];
          dropOutgoing(one.clientId);
          for (const entry of newer) onEntry(one.conversation, entry);
          // Back to where it was written, also when the writer has gone elsewhere meanwhile.
          giveBack(one.conversation, {
            text: one.text,
            attachments: one.attachments,
            subject: one.subject ?? "",
            others: othersOf(one.request?.to, one.request?.cc ?? undefined),
          });
          stop(one.conversation, newer);
          announce(t("composer.stopped"));
          return;
        }
        if (isProblem(error, "unreachable") || isProblem(error, "reply-window-closed"))
          void client.invalidateQueries({ queryKey: queryKeys.allReplyOptions(one.conversation) });
        const reason = say(error);
        markOutgoing(one.clientId, { state: "failed", reason });
        announce(t("delivery.localFailedReason", { reason }));
      }
    },
    [onEntry, onSent, say, t, client],
  );
}
