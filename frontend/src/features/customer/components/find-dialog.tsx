import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { fullName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import type { Customer } from "../../../types/api.ts";
import { identityText } from "../identity-text.ts";
import { useFinder } from "../use-finder.ts";

type FindDialogProps = { customer: Customer; onChosen: (other: Customer) => void; onClose: () => void };

/** Looks up whom to join, by address, name or id. */
export function FindDialog({ customer, onChosen, onClose }: FindDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const { typed, setTyped, asked, others, error, none } = useFinder(customer.id);
  return (
    <Dialog kind="panel" label={t("customer.findTitle")} title={t("customer.findTitle")} onClose={onClose}>
      <div className="form">
        <Field
          label={t("customer.find")}
          className="inp"
          data-first
          autoComplete="off"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="finds" role="group" aria-label={t("customer.findTitle")} aria-live="polite">
          {others.map((one) => (
            <button key={one.id} type="button" className="found-one" onClick={() => onChosen(one)}>
              <span className="b" dir="auto">
                {fullName(one.name) || t("customer.nameless")}
              </span>
              <span className="m num">
                {one.identities
                  .slice(0, 3)
                  .map((identity) => identityText(identity, t))
                  .join(", ")}
              </span>
            </button>
          ))}
          {none && asked.length > 1 ? <p className="m">{t("customer.findNone", { typed: asked })}</p> : null}
          {asked.length < 2 ? <p className="m">{t("customer.findHint")}</p> : null}
        </div>
        {error ? (
          <p className="fault" role="alert">
            {say(error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </footer>
      </div>
    </Dialog>
  );
}
