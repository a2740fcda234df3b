import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useUnfinished } from "../../../lib/use-unfinished.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { releasePromise } from "../api/change-promise.ts";

/** Lets a promise go, with the reason. What is refused stays, with the words. */
export function ReleaseDialog({ promise, onClose }: { promise: PromiseRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const { form, change, over } = useUnfinished(`letting go ${promise.id}`, { reason: "" });
  const reason = form.reason.trim();
  const release = useMutation({
    mutationFn: () => releasePromise(promise.id, reason),
    onSuccess: () => {
      announce(t("promise.state.released"));
      over();
      onClose();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(promise.conversation) }),
  });
  const giveUp = () => {
    over();
    onClose();
  };
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (reason !== "" && !release.isPending) release.mutate();
  };
  return (
    <Dialog kind="panel" label={t("promise.releaseTitle")} title={t("promise.releaseTitle")} onClose={onClose}>
      <form
        className="prm"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
        }}
      >
        <p className="serif">{promise.action}</p>
        <label>
          <span>{t("promise.why")}</span>
          <textarea
            className="inp"
            data-first
            rows={2}
            required
            maxLength={500}
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </label>
        <p className="m">{t("promise.releaseExplained")}</p>
        {release.isError ? (
          <p className="b" role="alert">
            {say(release.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={giveUp}>{t("app.cancel")}</Button>
          <Button look="line" type="submit" keys="Mod+Enter" aria-disabled={reason === "" || release.isPending}>
            {t("promise.release")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
