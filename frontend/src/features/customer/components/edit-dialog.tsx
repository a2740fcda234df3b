import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName, otherLanguages } from "../../../lib/languages.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Customer } from "../../../types/api.ts";
import { editCustomer } from "../api/edit-customer.ts";

const zones = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];

/** What a customer is called, what they speak, and where it is what time for them. */
type EditDialogProps = {
  customer: Customer;
  /** None where this person may not. */
  onErase?: (() => void) | undefined;
  onClose: () => void;
};

export function EditDialog({ customer, onErase, onClose }: EditDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [name, setName] = useState(customer.name);
  const [language, setLanguage] = useState(customer.language ?? "");
  const [zone, setZone] = useState(customer.zone ?? "");
  const screen = useLanguage();
  const spoken = useId();
  const own = ["nl", "en", ...(language && !["nl", "en"].includes(language) ? [language] : [])];
  const languages = [
    ...own.map((code) => ({ code, name: languageName(code, screen) })),
    ...otherLanguages(own, screen),
  ];
  const edit = useMutation({
    mutationFn: () => editCustomer(customer.id, { name: name.trim(), language: language.trim(), zone: zone.trim() }),
    onSuccess: () => {
      announce(t("customer.edited"));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() && !edit.isPending) edit.mutate();
  };
  return (
    <Dialog kind="panel" label={t("customer.edit")} title={t("customer.edit")} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={t("customer.name")}
          className="inp"
          data-first
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="field">
          <label htmlFor={spoken}>{t("customer.languageField")}</label>
          <select id={spoken} className="inp" value={language} onChange={(event) => setLanguage(event.target.value)}>
            <option value="">{t("customer.languageUnknown")}</option>
            {languages.map(({ code, name: called }) => (
              <option key={code} value={code}>
                {called}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={t("customer.zoneField")}
          className="inp"
          list="customer-zones"
          value={zone}
          maxLength={60}
          placeholder="Europe/Amsterdam"
          onChange={(event) => setZone(event.target.value)}
        />
        <datalist id="customer-zones">
          {zones.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {edit.isError ? (
          <p className="fault" role="alert">
            {say(edit.error)}
          </p>
        ) : null}
        {onErase ? (
          <p>
            <button type="button" className="link" onClick={onErase}>
              {t("customer.erase")}
            </button>
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" disabled={!name.trim()} aria-disabled={edit.isPending}>
            {t("customer.save")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
