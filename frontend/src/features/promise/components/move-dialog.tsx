import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "../../../lib/announce.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useUnfinished } from "../../../lib/use-unfinished.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { renegotiatePromise } from "../api/change-promise.ts";
import { useMoment } from "../use-moment.ts";
import { MomentField } from "./moment-field.tsx";
import { PromiseForm } from "./promise-form.tsx";

/** Another moment and why, told to the customer. What is refused stays, with the reason. */
export function MoveDialog({ promise, onClose }: { promise: PromiseRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { form, change, over } = useUnfinished(`another moment of ${promise.id}`, { moment: "", reason: "" });
  const { moment, reason } = form;
  const clientId = useMemo(() => crypto.randomUUID(), []);
  const { read, due } = useMoment(promise.topic, moment);
  const ready = due !== null && reason.trim() !== "";
  const move = useMutation({
    mutationFn: () => renegotiatePromise(promise.id, due ?? "", reason.trim(), clientId),
    onSuccess: () => {
      announce(t("promise.moved"));
      over();
      onClose();
    },
    onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.promises(promise.conversation) }),
  });
  const giveUp = () => {
    over();
    onClose();
  };
  const submit = () => ready && move.mutate();
  return (
    <PromiseForm
      title={t("promise.moveTitle")}
      action={t("promise.moveAndTell")}
      ready={ready}
      pending={move.isPending}
      error={move.error}
      onSubmit={submit}
      onGiveUp={giveUp}
      onClose={onClose}
    >
      <p className="serif">{promise.action}</p>
      <MomentField value={moment} onChange={(words) => change({ moment: words })} read={read} />
      <label>
        <span>{t("promise.why")}</span>
        <textarea
          className="inp"
          rows={2}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </label>
      <p className="m">{t("promise.moveExplained", { channel: t(`channelIn.${promise.channel}`) })}</p>
    </PromiseForm>
  );
}
