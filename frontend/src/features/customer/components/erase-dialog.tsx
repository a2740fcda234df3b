import "../../../lib/i18n/admin.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { fullName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { showToast } from "../../../lib/toast.ts";
import { usePhone } from "../../../lib/use-media.ts";
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
  const form = useRef<HTMLFormElement>(null);
  const phone = usePhone();
  // The name is asked for once it is known what goes; on a phone the keyboard would lie over just that.
  useEffect(() => {
    if (preview.isSuccess && !phone) form.current?.querySelector("input")?.focus();
  }, [preview.isSuccess, phone]);
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
      <form ref={form} className="form" onSubmit={submit} aria-busy={preview.isPending}>
        {preview.data ? (
          <>
            <p>{t("erasure.means")}</p>
            <ul className="twins">
              <li>{t("erasure.entries", { count: preview.data.entries })}</li>
              {preview.data.files > 0 ? <li>{t("erasure.files", { count: preview.data.files })}</li> : null}
              <li>{t("erasure.addresses", { count: preview.data.addresses })}</li>
              <li>{t("erasure.rest")}</li>
            </ul>
            <p className="m">{t("erasure.stays")}</p>
            {preview.data.promises + preview.data.openTopics > 0 ? (
              <p className="b">
                {preview.data.openTopics > 0 ? t("erasure.open", { count: preview.data.openTopics }) : null}{" "}
                {preview.data.promises > 0 ? t("erasure.promised", { count: preview.data.promises }) : null}
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
