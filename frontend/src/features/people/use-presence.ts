import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "../../lib/announce.ts";
import { usePresenceText } from "../../lib/presence-text.ts";
import { useProblemText } from "../../lib/problem-text.ts";
import { queryKeys } from "../../lib/query-keys.ts";
import { showToast } from "../../lib/toast.ts";
import type { People, PersonPresence, PresenceWish } from "../../types/api.ts";
import { sayPresence } from "./api/say-presence.ts";

export const unseen: PersonPresence = { state: "offline", reason: null, note: null, until: null, since: null };

/** Says how somebody stands; the list shows it at once, and the push that follows changes nothing. */
export function useSayPresence(person: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const textOf = usePresenceText();
  const sayProblem = useProblemText();
  return useMutation({
    mutationFn: (wish: PresenceWish) => sayPresence(person, wish),
    onSuccess: (presence) => {
      client.setQueryData<People>(
        queryKeys.people,
        (data) =>
          data && {
            ...data,
            items: data.items.map((one) =>
              one.id === person
                ? { ...one, presence, online: presence.state === "online" || presence.state === "busy" }
                : one,
            ),
          },
      );
      announce(t("say.presence", { presence: textOf(presence) }));
    },
    onError: (error) => showToast(sayProblem(error)),
  });
}
