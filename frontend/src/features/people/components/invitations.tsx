import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { queueName } from "../../../lib/queues.ts";
import { ahead, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Colleague, Invitation, Language, Queue } from "../../../types/api.ts";
import { deleteInvitation } from "../api/delete-invitation.ts";
import { invitationsQuery } from "../api/get-invitations.ts";
import { sendInvitation } from "../api/send-invitation.ts";
import { highest } from "../roles.ts";
import { LinkShown } from "./link-shown.tsx";

/** Whoever is invited and has not come yet. */
export function Invitations({ everybody, queues }: { everybody: Colleague[]; queues: Queue[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const say = useProblemText();
  const client = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const [sent, setSent] = useState<Invitation | null>(null);
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: queryKeys.invitations });
  const send = useMutation({
    mutationFn: (one: Invitation) => sendInvitation(one.id),
    onSuccess: setSent,
    onError: (error) => announce(say(error)),
    onSettled: refresh,
  });
  const revoke = useMutation({
    mutationFn: (one: Invitation) => deleteInvitation(one.id),
    onSuccess: () => setRevoking(null),
    onSettled: refresh,
  });
  const items = invitations.data?.items ?? [];
  if (invitations.isError)
    return (
      <Trouble what={t("staff.invitations")} error={invitations.error} onRetry={() => void invitations.refetch()} />
    );
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{t("staff.invitations")}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t("staff.name")}</th>
            <th scope="col">{t("staff.role")}</th>
            <th scope="col">{t("staff.invitedBy")}</th>
            <th scope="col">{t("staff.good")}</th>
            <th scope="col">
              <span className="sr">{t("app.more")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <span>
                  {one.name}
                  <small>{one.email}</small>
                </span>
              </th>
              <td>
                {t(`staff.roles.${highest(one.roles)}`)}
                {one.queues.every || highest(one.roles) === "administrator" ? null : (
                  <small>{whereOf(one, queues, language)}</small>
                )}
              </td>
              <td>
                {everybody.find((person) => person.id === one.by)?.name ?? one.by},{" "}
                <Moment at={one.sentAt}>{when(one.sentAt, now, language)}</Moment>
              </td>
              <td className={one.expired ? "ochre" : undefined}>
                {one.expired ? t("staff.expired") : t("staff.until", { time: ahead(one.expiresAt, now, language) })}
              </td>
              <td>
                <Button onClick={() => !send.isPending && send.mutate(one)} aria-disabled={send.isPending}>
                  {t("staff.sendAgain")}
                </Button>
                <Button onClick={() => setRevoking(one)}>{t("staff.revoke")}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {send.isError ? (
        <p className="fault" role="alert">
          {say(send.error)}
        </p>
      ) : null}
      {sent ? (
        <Dialog
          kind="panel"
          label={t("staff.invited", { name: sent.name })}
          title={t("staff.invited", { name: sent.name })}
          onClose={() => setSent(null)}
        >
          <LinkShown invitation={sent} onClose={() => setSent(null)} />
        </Dialog>
      ) : null}
      {revoking ? (
        <Confirm
          title={t("staff.revokeTitle", { name: revoking.name })}
          action={t("staff.revoke")}
          pending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(revoking)}
          onClose={() => setRevoking(null)}
        >
          <p>{t("staff.revokeMeans", { email: revoking.email })}</p>
        </Confirm>
      ) : null}
    </section>
  );
}

/** The queues somebody will work in, by name. */
function whereOf({ queues: { only } }: Invitation, queues: Queue[], language: Language): string {
  return Object.keys(only ?? {})
    .map((id) => {
      const queue = queues.find((one) => one.id === id);
      return queue ? queueName(queue, language) : id;
    })
    .join(", ");
}
