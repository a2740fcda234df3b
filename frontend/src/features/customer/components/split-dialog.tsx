import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { SomeOf } from "../../../components/ui/choices.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Field } from "../../../components/ui/field.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { showToast } from "../../../lib/toast.ts";
import type { ConversationTopic, Customer } from "../../../types/api.ts";
import type { SplitTopic } from "../../../types/identity.ts";
import { splitCustomer, splitQuery, undoSplit } from "../api/split-customer.ts";
import { identityText } from "../identity-text.ts";

type SplitDialogProps = {
  customer: Customer;
  topics: ConversationTopic[];
  onOpen: (conversation: string) => void;
  onClose: () => void;
};

/** Makes two customers of one who is in truth two people: what goes to the other one, and what that comes to. */
export function SplitDialog({ customer, topics, onOpen, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  // What was promised in a topic goes and comes back with it.
  const onSettled = () => client.invalidateQueries({ queryKey: queryKeys.promises(customer.conversation) });
  const [addresses, setAddresses] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string[]>([]);
  const [name, setName] = useState("");
  const look = useQuery(splitQuery(customer.id, addresses, chosen));
  const nothing = addresses.length + chosen.length === 0;
  const undo = useMutation({
    mutationFn: (split: string) => undoSplit(customer.id, split),
    onSuccess: () => announce(t("customer.tookBack")),
    onError: (error) => showToast(say(error)),
    onSettled,
  });
  const split = useMutation({
    mutationFn: () => splitCustomer(customer.id, { identities: addresses, topics: chosen, name: name.trim() }),
    onSuccess: ({ id, apart }) => {
      showToast(t("customer.nowSplit", { name: fullName(apart?.name ?? "") || t("customer.nameless") }), [
        ...(id ? [{ text: t("customer.undoNow"), run: () => undo.mutate(id) }] : []),
        ...(apart ? [{ text: t("customer.openThere"), run: () => onOpen(apart.conversation) }] : []),
      ]);
      onClose();
    },
    onSettled,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!nothing && !split.isPending) split.mutate();
  };
  return (
    <Dialog kind="panel" label={t("customer.splitTitle")} title={t("customer.splitTitle")} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="m">{t("customer.splitMeans")}</p>
        <SomeOf
          label={t("customer.splitAddresses")}
          values={addresses}
          choices={customer.identities
            .filter((one) => one.level !== "claimed")
            .map((one) => ({ value: one.id, text: identityText(one, t), own: true }))}
          none={t("customer.noIdentities")}
          onChange={setAddresses}
        />
        <SomeOf
          label={t("customer.splitTopics")}
          values={chosen}
          choices={topics.slice(0, 20).map((one) => ({ value: one.id, text: one.title, own: true }))}
          onChange={setChosen}
        />
        <Field
          label={t("customer.detachName")}
          className="inp"
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
        <Shares topics={nothing ? [] : (look.data ?? [])} />
        {split.isError || look.isError ? (
          <p className="fault" role="alert">
            {say(split.error ?? look.error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose} data-first>
            {t("app.cancel")}
          </Button>
          <Button look="primary" type="submit" disabled={nothing || split.isPending}>
            {t("customer.split")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where each topic would be. */
function Shares({ topics }: { topics: SplitTopic[] }) {
  const { t } = useTranslation();
  if (topics.length === 0) return null;
  const promises = topics.reduce((sum, one) => sum + one.promises, 0);
  return (
    <>
      <ul className="twins" aria-live="polite">
        {topics.map(({ topic, title, stays, goes }) => (
          <li key={topic}>
            {goes === 0
              ? t("customer.splitStays", { title })
              : stays === 0
                ? t("customer.splitGoes", { title, count: goes })
                : t("customer.undoTwin", { title, stays, goes })}
          </li>
        ))}
      </ul>
      {promises > 0 ? <p className="ochre">{t("customer.promisesAlong", { count: promises })}</p> : null}
    </>
  );
}
