import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Icon } from "../../../components/ui/icon.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { useStore } from "../../../lib/store.ts";
import type { Entry } from "../../../types/api.ts";
import { keepPromise } from "../api/change-promise.ts";
import { promisesQuery } from "../api/get-promises.ts";
import { mayKeep, notYet, sayNotYet } from "../keeps.ts";

type KeepsHintProps = {
  conversation: string;
  /** Our newest answer in the topic. */
  answer: Entry | null;
};

/** Asks whether the answer that was sent on the promised channel keeps the promise. */
export function KeepsHint({ conversation, answer }: KeepsHintProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const promises = useQuery(promisesQuery(conversation)).data ?? [];
  const promise = mayKeep(promises, answer, useStore(notYet));
  const keep = useMutation({
    mutationFn: ({ id, by }: { id: string; by: string }) => keepPromise(id, by),
    onSuccess: () => announce(t("promise.state.kept")),
    onError: (error) => announce(say(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(conversation) }),
  });
  const yes = promise && answer ? () => keep.mutate({ id: promise.id, by: answer.id }) : undefined;
  useShortcuts({ "Shift+K": yes });
  if (!promise || !answer) return null;
  return (
    <div className="warn known" role="status">
      <Icon name="hourglass" />
      <span>
        {t("promise.keeps.asks")} <span className="serif">{promise.action}</span>
      </span>
      <Button look="line" className="r" keys="Shift+K" disabled={keep.isPending} onClick={yes}>
        {t("promise.keeps.yes")}
      </Button>
      <Button onClick={() => sayNotYet(promise, answer)}>{t("promise.keeps.no")}</Button>
    </div>
  );
}
