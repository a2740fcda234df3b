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
import type { PromiseRecord } from "../../../types/promise.ts";
import { keepPromise } from "../api/change-promise.ts";
import { promisesQuery } from "../api/get-promises.ts";
import { mayKeep, notYet, sayNotYet } from "../keeps.ts";

type KeepsHintProps = {
  conversation: string;
  /** Our newest answer in the topic. */
  answer: Entry | null;
  /** The newest call in which we spoke with the customer. */
  call: Entry | null;
};

/** Asks whether the answer on the promised channel, written or spoken, keeps the promise. */
export function KeepsHint({ conversation, answer, call }: KeepsHintProps) {
  const promises = useQuery(promisesQuery(conversation)).data ?? [];
  const refused = useStore(notYet);
  for (const said of [answer, call]) {
    const promise = mayKeep(promises, said, refused);
    if (said && promise) return <Asks key={promise.id} promise={promise} answer={said} />;
  }
  return null;
}

/** It is there only while it asks, so that its key is about the promise it names, whichever else is open. */
function Asks({ promise, answer }: { promise: PromiseRecord; answer: Entry }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => keepPromise(promise.id, answer.id),
    onSuccess: () => announce(t("promise.state.kept")),
    onError: (error) => announce(say(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(promise.conversation) }),
  });
  useShortcuts({ "Shift+K": () => keep.mutate() });
  return (
    <div className="warn known" role="status">
      <Icon name="hourglass" />
      <span>
        {t(answer.type === "call" ? "promise.keeps.asksCall" : "promise.keeps.asks")}{" "}
        <span className="serif">{promise.action}</span>
      </span>
      <Button look="line" className="r" keys="Shift+K" disabled={keep.isPending} onClick={() => keep.mutate()}>
        {t("promise.keeps.yes")}
      </Button>
      <Button onClick={() => sayNotYet(promise, answer)}>{t("promise.keeps.no")}</Button>
    </div>
  );
}
