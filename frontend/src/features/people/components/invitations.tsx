import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ConfirmRemoval } from "../../../components/ui/confirm-removal.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
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
  const send = useMutation({
    mutationFn: (one: Invitation) => sendInvitation(one.id),
    onSuccess: setSent,
    onError: (error) => announce(say(error)),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.invitations }),
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
      <ListTable
        items={items}
        keyOf={(one) => one.id}
        head={t("staff.name")}
        name={(one) => one.name}
        below={(one) => one.email}
        columns={[
          {
            head: t("staff.role"),
            cell: (one) => (
              <>
                {t(`staff.roles.${highest(one.roles)}`)}
                {one.queues.every || highest(one.roles) === "administrator" ? null : (
                  <small>{whereOf(one, queues, language)}</small>
                )}
              </>
            ),
          },
          {
            head: t("staff.invitedBy"),
            cell: (one) => (
              <>
                {everybody.find((person) => person.id === one.by)?.name ?? one.by},{" "}
                <Moment at={one.sentAt}>{when(one.sentAt, now, language)}</Moment>
              </>
            ),
          },
          {
            head: t("staff.good"),
            cell: (one) =>
              one.expired ? t("staff.expired") : t("staff.until", { time: ahead(one.expiresAt, now, language) }),
            className: (one) => (one.expired ? "ochre" : undefined),
          },
        ]}
        acts={(one) => (
          <>
            <Button onClick={() => !send.isPending && send.mutate(one)} aria-disabled={send.isPending}>
              {t("staff.sendAgain")}
            </Button>
            <Button onClick={() => setRevoking(one)}>{t("staff.revoke")}</Button>
          </>
        )}
      />
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
        <ConfirmRemoval
          title={t("staff.revokeTitle", { name: revoking.name })}
          action={t("staff.revoke")}
          remove={() => deleteInvitation(revoking.id)}
          list={queryKeys.invitations}
          onClose={() => setRevoking(null)}
        >
          <p>{t("staff.revokeMeans", { email: revoking.email })}</p>
        </ConfirmRemoval>
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
