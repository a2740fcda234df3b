import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Person } from "../../../types/api.ts";
import { updateSession } from "../api/update-session.ts";

/** The number at which a person takes calls, for themselves to say. */
export function PhoneDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const [phone, setPhone] = useState(person.phone ?? "");
  const save = useMutation({
    mutationFn: () => updateSession({ phone: phone.trim() }),
    onSuccess: (session) => {
      client.setQueryData(queryKeys.session, session);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <Dialog kind="panel" label={t("settings.phone")} title={t("settings.phone")} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="m">{t("settings.phoneMeans")}</p>
        <Field
          label={t("settings.phoneNumber")}
          type="tel"
          autoComplete="tel"
          maxLength={30}
          fault={save.isError ? say(save.error) : null}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <div className="row-of">
          <Button look="primary" type="submit" aria-disabled={save.isPending}>
            {t("app.save")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
