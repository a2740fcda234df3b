import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { deleteDeadLetter } from "../api/delete-dead-letter.ts";
import { deadLetterQuery } from "../api/get-dead-letter.ts";
import { replayDeadLetter } from "../api/replay-dead-letter.ts";

export function DeadLetterDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const letter = useQuery(deadLetterQuery(id));
  const [sure, setSure] = useState(false);
  const done = (words: string) => {
    announce(words);
    void client.invalidateQueries({ queryKey: queryKeys.deadLetters });
    onClose();
  };
  const replay = useMutation({
    mutationFn: () => replayDeadLetter(id),
    onSuccess: ({ outcome }) => done(t("admin.replayed", { outcome })),
  });
  const discard = useMutation({ mutationFn: () => deleteDeadLetter(id), onSuccess: () => done(t("admin.discarded")) });
  const error = replay.error ?? discard.error;
  return (
    <Dialog kind="panel" label={t("admin.raw")} title={letter.data?.letter.reason ?? t("admin.raw")} onClose={onClose}>
      {letter.isError ? (
        <Trouble what={t("admin.raw")} error={letter.error} onRetry={() => void letter.refetch()} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take the focus
        <pre className="raw" role="region" tabIndex={0} aria-label={t("admin.raw")}>
          {letter.data?.raw ?? t("app.loading")}
        </pre>
      )}
      {error ? (
        <p className="fault dead-acts" role="alert">
          {say(error)}
        </p>
      ) : null}
      <div className="dead-acts">
        <Button look="line" onClick={() => replay.mutate()} disabled={replay.isPending}>
          {t("admin.replay")}
        </Button>
        <span className="r" />
        {sure ? (
          <>
            <span>{t("admin.discardSure")}</span>
            <Button look="line" onClick={() => discard.mutate()} disabled={discard.isPending}>
              {t("admin.discard")}
            </Button>
          </>
        ) : (
          <Button onClick={() => setSure(true)}>{t("admin.discard")}</Button>
        )}
      </div>
    </Dialog>
  );
}
