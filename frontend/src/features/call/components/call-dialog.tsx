import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName, readableNumber } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { clock, exact } from "../../../lib/time.ts";
import type { Entry, Identity } from "../../../types/api.ts";
import { placeCall } from "../api/place-call.ts";
import { numbersOf } from "../numbers.ts";

type CallDialogProps = {
  conversation: string;
  topic: string;
  customer: { name: string; identities: Identity[] };
  /** This person's own phone; none if they gave none. */
  phone: string | null;
  /** If a call would disturb them now, until when they wish for quiet. */
  quietUntil: string | null;
  /** Where they enter one. */
  onPhone: () => void;
  onPlaced: (entry: Entry) => void;
  onClose: () => void;
};

/** Calls the customer: our own phone rings first, then theirs. */
export function CallDialog(props: CallDialogProps) {
  const { conversation, topic, customer, phone, quietUntil, onPhone, onPlaced, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const numbers = numbersOf(customer.identities);
  const [to, setTo] = useState(numbers[0]?.value ?? "");
  // The same wish again is the same call, until it was placed.
  const clientId = useRef(crypto.randomUUID());
  const chosen = numbers.find((one) => one.value === to);
  const place = useMutation({
    mutationFn: () => placeCall(conversation, { topic, to, clientId: clientId.current }),
    onSuccess: (entry) => {
      announce(t("call.rungs"));
      onPlaced(entry);
      onClose();
    },
    onError: () => {
      clientId.current = crypto.randomUUID();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && phone && !place.isPending) place.mutate();
  };
  const title = t("call.place", { name: fullName(customer.name) || t("customer.nameless") });
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        {numbers.length === 0 ? (
          <p>{t("call.noNumber")}</p>
        ) : phone ? (
          <>
            {numbers.length > 1 ? (
              <OneOf
                label={t("call.which")}
                value={to}
                choices={numbers.map(({ value }) => ({ value, text: readableNumber(value) }))}
                onChoose={setTo}
              />
            ) : null}
            <p>{t("call.how", { own: readableNumber(phone), number: readableNumber(to) })}</p>
            {quietUntil ? (
              <p className="ochre" title={exact(quietUntil, language)}>
                {t("call.quiet", { time: clock(quietUntil, language) })}
              </p>
            ) : null}
            {chosen?.level === "claimed" ? <p className="ochre">{t("call.typed")}</p> : null}
          </>
        ) : (
          <p>{t("call.noPhone")}</p>
        )}
        {place.isError ? (
          <p className="fault" role="alert">
            {say(place.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose} {...(chosen ? {} : { "data-first": true })}>
            {t(chosen ? "app.cancel" : "app.close")}
          </Button>
          {chosen && !phone ? (
            <Button look="line" data-first onClick={onPhone}>
              {t("call.givePhone")}
            </Button>
          ) : null}
          {chosen && phone ? (
            <Button look="primary" type="submit" data-first aria-disabled={place.isPending}>
              {t("call.ringMe")}
            </Button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
}
