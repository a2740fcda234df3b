import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { OneOf } from "../../../components/ui/choices.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { announce } from "../../../lib/announce.ts";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { languageName } from "../../../lib/languages.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import type { Customer } from "../../../types/api.ts";
import type { CustomerField, MergePreview } from "../../../types/identity.ts";
import { mergeCustomers } from "../api/merge-customers.ts";
import { identityText } from "../identity-text.ts";
import { SideCard } from "./side-card.tsx";

type MergeDialogProps = { customer: Customer; other: string; onClose: () => void };

/** What joining two customers comes to, with a choice where they differ. */
export function MergeDialog({ customer, other, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const look = useQuery({
    queryKey: queryKeys.mergePreview(customer.id, other, ""),
    queryFn: async () => (await mergeCustomers(customer.id, { with: other, preview: true })).preview,
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog kind="panel" label={t("customer.joinTitle")} title={t("customer.joinTitle")} onClose={onClose}>
      {look.isError ? (
        <Trouble what={t("customer.previewFailed")} error={look.error} onRetry={() => void look.refetch()} />
      ) : look.data ? (
        <MergeForm preview={look.data} onClose={onClose} />
      ) : (
        <div className="form" aria-busy="true">
          <span className="bone wide" />
          <span className="bone" />
        </div>
      )}
    </Dialog>
  );
}

function MergeForm({ preview, onClose }: { preview: MergePreview; onClose: () => void }) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const say = useProblemText();
  const { customer, with: other, topics, conflicts } = preview;
  const [choices, setChoices] = useState<Partial<Record<CustomerField, string>>>({});
  const name = fullName(customer.name) || t("customer.nameless");
  const otherName = fullName(other.name) || t("customer.nameless");
  const merge = useMutation({
    mutationFn: () => mergeCustomers(customer.id, { with: other.id, choices }),
    onSuccess: () => {
      announce(t("customer.nowJoined", { name, other: otherName }));
      onClose();
    },
  });
  const lines = (one: Customer, count: number) => [
    ...one.identities.slice(0, 6).map((identity) => identityText(identity, t)),
    t("customer.topicCount", { count }),
  ];
  const said = (field: CustomerField, value: string) => (field === "language" ? languageName(value, screen) : value);
  return (
    <div className="form">
      <div className="sides">
        <SideCard name={name} lines={lines(customer, topics.customer)} />
        <SideCard name={otherName} lines={lines(other, topics.with)} />
      </div>
      <p className="m">{t("customer.joinMeans")}</p>
      {conflicts.map((conflict) => (
        <OneOf
          key={conflict.field}
          label={t(`customer.keep.${conflict.field}`)}
          value={choices[conflict.field] ?? conflict.chosen}
          choices={[
            { value: customer.id, text: said(conflict.field, conflict.customer) },
            { value: other.id, text: said(conflict.field, conflict.with) },
          ]}
          onChoose={(value) => setChoices({ ...choices, [conflict.field]: value })}
        />
      ))}
      {merge.isError ? (
        <p className="fault" role="alert">
          {say(merge.error)}
        </p>
      ) : null}
      <footer>
        <Button onClick={onClose} data-first>
          {t("app.cancel")}
        </Button>
        <Button look="primary" onClick={() => !merge.isPending && merge.mutate()} aria-disabled={merge.isPending}>
          {t("customer.join")}
        </Button>
      </footer>
    </div>
  );
}
