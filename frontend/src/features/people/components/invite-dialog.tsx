import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { FormDialog } from "../../../components/ui/form-dialog.tsx";
import { LanguagesField } from "../../../components/ui/languages-field.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { useDraft } from "../../../lib/use-draft.ts";
import type { Invitation, Language, Queue, Role } from "../../../types/api.ts";
import { createInvitation } from "../api/create-invitation.ts";
import { queuesOf } from "../person-draft.ts";
import { roles } from "../roles.ts";
import { LinkShown } from "./link-shown.tsx";
import { type PersonQueues, QueuesField } from "./queues-field.tsx";

const nowhere: PersonQueues = { every: false, only: {} };

/** Invites somebody: what they need to be, and then the link. */
export function InviteDialog({ queues, onClose }: { queues: Queue[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<Invitation | null>(null);
  if (!made) return <InviteForm queues={queues} onMade={setMade} onClose={onClose} />;
  const title = t("staff.invited", { name: made.name });
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <LinkShown invitation={made} onClose={onClose} />
    </Dialog>
  );
}

type InviteFormProps = { queues: Queue[]; onMade: (made: Invitation) => void; onClose: () => void };

type Invited = {
  name: string;
  email: string;
  role: Role;
  language: Language;
  speaks: string[];
  where: PersonQueues | null;
};

function InviteForm({ queues, onMade, onClose }: InviteFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const screen = useLanguage();
  const { draft, dirty, set } = useDraft<Invited>({
    name: "",
    email: "",
    role: "agent",
    language: screen,
    speaks: [screen],
    where: null,
  });
  const { name, email, role, language, speaks, where } = draft;
  const [lost, setLost] = useState(false);
  // With one queue there is nothing to decide; with more, nobody sees them all because nobody thought of it.
  const asked = queues.length > 1 && role !== "administrator";
  const decided = !asked || (where !== null && (where.every || Object.keys(where.only).length > 0));
  const invite = useMutation({
    mutationFn: () =>
      createInvitation({
        name: name.trim(),
        email: email.trim(),
        roles: [role],
        language,
        speaks,
        queues: (asked ? queuesOf(where ?? nowhere, role) : null) ?? null,
      }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: queryKeys.invitations });
      onMade(made);
    },
  });
  const submit = () => {
    setLost(!decided);
    if (decided) invite.mutate();
  };
  const fault = isProblem(invite.error) ? invite.error.field : null;
  return (
    <FormDialog
      title={t("staff.invite")}
      dirty={dirty}
      pending={invite.isPending}
      error={fault === "name" || fault === "email" ? null : invite.error}
      action={t(invite.isPending ? "staff.inviting" : "staff.sendInvitation")}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={t("staff.name")}
        data-first
        required
        maxLength={100}
        autoComplete="off"
        fault={fault === "name" ? say(invite.error) : null}
        value={name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Field
        label={t("staff.email")}
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        fault={fault === "email" ? say(invite.error) : null}
        value={email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <OneOf
        label={t("staff.role")}
        value={role}
        choices={roles.map((one) => ({ value: one, text: t(`staff.roles.${one}`) }))}
        onChoose={(next) => set({ role: next })}
      />
      <p className="m">{t(`staff.roleMeans.${role}`)}</p>
      {asked ? (
        <>
          <QueuesField
            queues={queues}
            role={role}
            value={where}
            loses={false}
            onChange={(next) => set({ where: next })}
          />
          {lost && !decided ? (
            <p className="fault" role="alert">
              {t("staff.chooseQueues")}
            </p>
          ) : null}
        </>
      ) : null}
      <OneOf
        label={t("staff.screen")}
        value={language}
        choices={[
          { value: "en", text: t("settings.english") },
          { value: "nl", text: t("settings.dutch") },
        ]}
        onChoose={(next) => set({ language: next })}
      />
      <LanguagesField label={t("staff.speaks")} speaks={speaks} onChange={(next) => set({ speaks: next })} />
    </FormDialog>
  );
}
