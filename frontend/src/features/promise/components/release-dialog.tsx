import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useUnfinished } from "../../../lib/use-unfinished.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { releasePromise } from "../api/change-promise.ts";
import { PromiseForm } from "./promise-form.tsx";

/** Lets a promise go, with the reason. What is refused stays, with the words. */
export function ReleaseDialog({ promise, onClose }: { promise: PromiseRecord; onClose: () => void }) {
  const { t } = useTranslation();
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
  const submit = () => reason !== "" && release.mutate();
  return (
    <PromiseForm
      title={t("promise.releaseTitle")}
      action={t("promise.release")}
      look="line"
      ready={reason !== ""}
      pending={release.isPending}
      error={release.error}
      onSubmit={submit}
      onGiveUp={giveUp}
      onClose={onClose}
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
    </PromiseForm>
  );
}
