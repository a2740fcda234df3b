import "../../../lib/i18n/admin.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { fullName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { showToast } from "../../../lib/toast.ts";
import type { Customer } from "../../../types/api.ts";
import { eraseCustomer, erasureQuery } from "../api/erase-customer.ts";

type EraseDialogProps = { customer: Customer; onErased: () => void; onClose: () => void };

const plain = (text: string) => text.replaceAll(/\s/g, "").toLowerCase();

/** Erases a customer for good: says what goes, and does so only for whoever types the name. */
export function EraseDialog({ customer, onErased, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const preview = useQuery(erasureQuery(customer.id));
  const [typed, setTyped] = useState("");
  const name = preview.data?.name ?? "";
  const shown = fullName(name) || t("customer.nameless");
  const same = preview.isSuccess && [name, shown].some((one) => one !== "" && plain(one) === plain(typed));
  const erase = useMutation({
    mutationFn: () => eraseCustomer(customer.id, name),
    onSuccess: () => {
      showToast(t("erasure.done", { name: shown }));
      onErased();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (same && !erase.isPending) erase.mutate();
  };
  const error = preview.error ?? erase.error;
  return (
    <Dialog kind="panel" label={t("erasure.title")} title={t("erasure.title")} onClose={onClose}>
      <form className="form" onSubmit={submit} aria-busy={preview.isPending}>
        {preview.data ? (
          <>
            <p>{t("erasure.means")}</p>
            <ul className="twins">
              <li>{t("erasure.entries", { count: preview.data.entries })}</li>
              <li>{t("erasure.files", { count: preview.data.files })}</li>
              <li>{t("erasure.addresses", { count: preview.data.addresses })}</li>
              <li>{t("erasure.rest")}</li>
            </ul>
            {preview.data.promises + preview.data.openTopics > 0 ? (
              <p className="b">
                {t("erasure.open", { count: preview.data.openTopics, promises: preview.data.promises })}
              </p>
            ) : null}
            <Field
              label={t("erasure.type", { name: shown })}
              className="inp"
              data-first
              autoComplete="off"
              spellCheck={false}
              maxLength={300}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        ) : null}
        {error ? (
          <p className="fault" role="alert">
            {say(error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" disabled={!same} aria-disabled={erase.isPending}>
            {t("erasure.erase")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
