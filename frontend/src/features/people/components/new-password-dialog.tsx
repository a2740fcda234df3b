import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { FormDialog } from "../../../components/ui/form-dialog.tsx";
import { isProblem } from "../../../lib/problem.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Colleague, People } from "../../../types/api.ts";
import { updatePerson } from "../api/update-person.ts";
import { handedPassword } from "../handed-password.ts";
import { CopyField } from "./copy-field.tsx";

type NewPasswordDialogProps = { person: Colleague; onClose: () => void };

/** Gives somebody another password, made up or typed, and then shows it this once. */
export function NewPasswordDialog({ person, onClose }: NewPasswordDialogProps) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<string | null>(null);
  if (given === null) return <NewPasswordForm person={person} onGiven={setGiven} onClose={onClose} />;
  const title = t("staff.passwordSet", { name: person.name });
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <div className="form">
        <CopyField label={t("staff.password")} value={given} />
        <p className="m">{t("staff.passwordOnce", { name: person.name })}</p>
        <footer>
          <Button look="primary" onClick={onClose}>
            {t("staff.done")}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

function NewPasswordForm({
  person,
  onGiven,
  onClose,
}: NewPasswordDialogProps & { onGiven: (password: string) => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const [made, setMade] = useState(handedPassword);
  const [password, setPassword] = useState(made);
  const change = useMutation({
    mutationFn: () => updatePerson(person.id, { password }),
    onSuccess: (saved) => {
      client.setQueryData<People>(
        queryKeys.people,
        (data) => data && { ...data, items: data.items.map((one) => (one.id === saved.id ? saved : one)) },
      );
      onGiven(password);
    },
  });
  const makeAnother = () => {
    const another = handedPassword();
    setMade(another);
    setPassword(another);
  };
  const fault = isProblem(change.error) ? change.error.field : null;
  return (
    <FormDialog
      title={t("staff.setPasswordTitle", { name: person.name })}
      dirty={password !== made}
      pending={change.isPending}
      error={fault === "password" ? null : change.error}
      action={t(change.isPending ? "staff.settingPassword" : "staff.setPasswordNow")}
      onSubmit={() => change.mutate()}
      onClose={onClose}
    >
      {/* Shown, as it is to be handed over; and no password of whoever types it, for their browser to keep. */}
      <Field
        label={t("staff.newPassword")}
        data-first
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={10}
        maxLength={500}
        fault={fault === "password" ? say(change.error) : null}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className="row-of">
        <Button look="line" onClick={makeAnother}>
          {t("staff.anotherPassword")}
        </Button>
      </div>
      <p className="m">{t("staff.passwordEnds", { name: person.name })}</p>
    </FormDialog>
  );
}
