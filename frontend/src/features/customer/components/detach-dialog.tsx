import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { announce } from "../../../lib/announce.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Identity } from "../../../types/api.ts";
import { detachIdentities } from "../api/detach-identities.ts";
import { identityText } from "../identity-text.ts";

type DetachDialogProps = { customer: string; identity: Identity; onClose: () => void };

/** Takes an address off: it becomes a customer of its own, with what was said on it. */
export function DetachDialog({ customer, identity, onClose }: DetachDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [name, setName] = useState("");
  const address = identityText(identity, t);
  const detach = useMutation({
    mutationFn: () => detachIdentities(customer, [identity.id], name.trim()),
    onSuccess: () => {
      announce(t("customer.detached", { address }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!detach.isPending) detach.mutate();
  };
  return (
    <Dialog kind="panel" label={t("customer.detach")} title={t("customer.detach")} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p>{t("customer.detachMeans", { address })}</p>
        <Field
          label={t("customer.detachName")}
          className="inp"
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        {detach.isError ? (
          <p className="fault" role="alert">
            {say(detach.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" aria-disabled={detach.isPending}>
            {t("customer.detachDo")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
