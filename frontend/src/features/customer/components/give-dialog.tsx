import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { moment } from "../../../lib/time.ts";
import { showToast } from "../../../lib/toast.ts";
import type { Customer } from "../../../types/api.ts";
import type { Given } from "../../../types/identity.ts";
import { giveAway } from "../api/give-away.ts";
import { undoDeed } from "../api/undo-deed.ts";
import type { Gift } from "../dialogs.ts";
import { identityText } from "../identity-text.ts";
import { useFinder } from "../use-finder.ts";

type GiveDialogProps = {
  customer: Customer;
  gift: Gift;
  /** The earliest moment that is promised in the topic. */
  promised: string | null;
  onOpen: (conversation: string, topic: string) => void;
  onClose: () => void;
};

const longest = 48;

function cut(title: string): string {
  return title.length > longest ? `${title.slice(0, longest).trimEnd()}…` : title;
}

/** To whom a topic or a message belongs: somebody we know, or somebody new. */
export function GiveDialog({ customer, gift, promised, onOpen, onClose }: GiveDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useProblemText();
  const client = useQueryClient();
  // What was promised in a topic goes and comes back with it.
  const onSettled = () => client.invalidateQueries({ queryKey: queryKeys.promises(customer.conversation) });
  const finder = useFinder(customer.id);
  const [chosen, setChosen] = useState<Customer | "new" | null>(null);
  const [name, setName] = useState("");
  const [why, setWhy] = useState("");
  const undo = useMutation({
    mutationFn: (given: Given) => undoDeed(given.customer, given.id),
    onSuccess: () => announce(t("customer.tookBack")),
    onError: (error) => showToast(say(error)),
    onSettled,
  });
  const give = useMutation({
    mutationFn: (to: Customer | "new") =>
      giveAway(customer.conversation, {
        ...(gift.entry ? { entry: gift.entry } : { topic: gift.topic }),
        ...(to === "new" ? { name: name.trim() } : { customer: to.id }),
        ...(why.trim() ? { why: why.trim() } : {}),
      }),
    onSuccess: (given) => {
      const { receiver, topic } = given;
      showToast(
        t("customer.given", { what: cut(gift.title), name: fullName(receiver.name) || t("customer.nameless") }),
        [
          { text: t("customer.undoNow"), run: () => undo.mutate(given) },
          ...(topic ? [{ text: t("customer.openThere"), run: () => onOpen(receiver.conversation, topic) }] : []),
        ],
      );
      onClose();
    },
    onSettled,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen && !give.isPending) give.mutate(chosen);
  };
  // Whoever was chosen stays to be seen, whatever is typed next.
  const listed =
    chosen && chosen !== "new" && !finder.others.some((one) => one.id === chosen.id)
      ? [chosen, ...finder.others]
      : finder.others;
  const title = t(gift.entry ? "customer.giveEntryTitle" : "customer.giveTopicTitle");
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <form className="move" onSubmit={submit}>
        <p className="m clip" dir="auto">
          {gift.title}
        </p>
        <input
          className="inp"
          type="search"
          data-first
          autoComplete="off"
          aria-label={t("customer.find")}
          placeholder={t("customer.find")}
          value={finder.typed}
          maxLength={200}
          onChange={(event) => finder.setTyped(event.target.value)}
        />
        <div className="finds" role="radiogroup" aria-label={title}>
          {listed.map((one) => (
            <label key={one.id} className="pick">
              <input type="radio" name="to" checked={chosen === one} onChange={() => setChosen(one)} />
              <span dir="auto">{fullName(one.name) || t("customer.nameless")}</span>
              <span className="m num r">
                {one.identities
                  .slice(0, 2)
                  .map((identity) => identityText(identity, t))
                  .join(", ")}
              </span>
            </label>
          ))}
          <label className="pick">
            <input type="radio" name="to" checked={chosen === "new"} onChange={() => setChosen("new")} />
            <span>{t("customer.giveNew")}</span>
          </label>
        </div>
        <p className="m" aria-live="polite">
          {finder.none && finder.asked.length > 1
            ? t("customer.findNone", { typed: finder.asked })
            : t("customer.giveMeans")}
        </p>
        {promised && !gift.entry ? (
          <p className="ochre">
            {t("customer.givePromised", { time: moment(promised, new Date().toISOString(), language) })}
          </p>
        ) : null}
        {chosen === "new" ? (
          <input
            className="inp"
            aria-label={t("customer.detachName")}
            placeholder={t("customer.detachName")}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        ) : null}
        <input
          className="inp"
          aria-label={t("customer.giveWhy")}
          placeholder={t("customer.giveWhy")}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
        />
        {give.isError || finder.error ? (
          <p className="fault" role="alert">
            {say(give.error ?? finder.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button look="primary" type="submit" disabled={!chosen || give.isPending}>
            {t("customer.give")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
