import { type KeyboardEvent, type Ref, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { fullName } from "../../../lib/format.ts";
import type { Others } from "../drafts.ts";
import { addressesIn, count, type Recipients } from "../recipients.ts";

type RecipientRowProps = {
  recipients: Recipients;
  /** Everybody who takes part but the customer. */
  everybody: Others;
  /** Whom the newest mail names for the first time: they read nothing unless they are added. */
  newcomers: string[];
  customerName: string;
  field: Ref<HTMLInputElement>;
  onOthers: (others: Others | null) => void;
  /** Back to the text. */
  onDone: () => void;
};

/** Everybody who will read a letter: taken out by a cross, added by an address. */
export function RecipientRow(props: RecipientRowProps) {
  const { recipients, everybody, onOthers } = props;
  const { others } = recipients;
  const { t } = useTranslation();
  const without = (address: string) =>
    onOthers({
      to: others.to.filter((one) => one !== address),
      cc: others.cc.filter((one) => one !== address),
    });
  const chip = (address: string) => (
    <span key={address} className="rcpt">
      {address}
      <IconButton icon="x" label={t("composer.remove", { name: address })} onClick={() => without(address)} />
    </span>
  );
  return (
    <fieldset className="rcpts" aria-label={t("composer.recipients")}>
      <span className="rcpt-k">{t("composer.toLabel")}</span>
      <span className="rcpt">{recipients.customer}</span>
      {others.to.map(chip)}
      <span className="rcpt-k">{t("composer.ccLabel")}</span>
      {others.cc.map(chip)}
      <AddCopy
        field={props.field}
        onAdd={(more) => {
          const known = new Set([recipients.customer, ...others.to, ...others.cc]);
          onOthers({ to: others.to, cc: [...others.cc, ...more.filter((one) => !known.has(one))] });
        }}
        onDone={props.onDone}
      />
      {props.newcomers
        .filter((one) => !others.to.includes(one) && !others.cc.includes(one))
        .map((address) => (
          <Button key={address} onClick={() => onOthers({ to: others.to, cc: [...others.cc, address] })}>
            {t("composer.newcomer", { address })}
          </Button>
        ))}
      {count(others) > 0 ? (
        <Button className="r" keys="y" onClick={() => onOthers({ to: [], cc: [] })}>
          {t("composer.onlyCustomer", { name: fullName(props.customerName) })}
        </Button>
      ) : count(everybody) > 0 ? (
        <Button className="r" keys="y" onClick={() => onOthers(null)}>
          {t("composer.everybody", { count: count(everybody) + 1 })}
        </Button>
      ) : null}
    </fieldset>
  );
}

type AddCopyProps = { field: Ref<HTMLInputElement>; onAdd: (addresses: string[]) => void; onDone: () => void };

function AddCopy({ field, onAdd, onDone }: AddCopyProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const problem = useId();
  const add = (): boolean => {
    const found = addressesIn(typed);
    setWrong(found === null);
    if (found === null) return false;
    setTyped("");
    if (found.length > 0) onAdd(found);
    return true;
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === "," || event.key === ";") {
      event.preventDefault();
      if (add() && event.key === "Enter" && typed.trim() === "") onDone();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setTyped("");
      setWrong(false);
      onDone();
    }
  };
  return (
    <>
      <input
        ref={field}
        className="rcpt-add"
        type="text"
        inputMode="email"
        autoComplete="off"
        aria-label={t("composer.addCopy")}
        aria-invalid={wrong}
        aria-describedby={wrong ? problem : undefined}
        placeholder={t("composer.addCopy")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onKeyDown={keys}
        onBlur={add}
      />
      {wrong ? (
        <span id={problem} role="alert" className="b">
          {t("composer.noAddress", { typed: typed.trim() })}
        </span>
      ) : null}
    </>
  );
}
