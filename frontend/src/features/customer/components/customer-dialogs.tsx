import { lazy, Suspense } from "react";
import type { ConversationTopic, Customer } from "../../../types/api.ts";
import type { CustomerDialog } from "../dialogs.ts";
import { DetachDialog } from "./detach-dialog.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { FindDialog } from "./find-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { UndoDialog } from "./undo-dialog.tsx";

const GiveDialog = lazy(() => import("./give-dialog.tsx").then((module) => ({ default: module.GiveDialog })));
const EraseDialog = lazy(() => import("./erase-dialog.tsx").then((module) => ({ default: module.EraseDialog })));
const SplitDialog = lazy(() => import("./split-dialog.tsx").then((module) => ({ default: module.SplitDialog })));

type CustomerDialogsProps = {
  customer: Customer;
  topics: ConversationTopic[];
  dialog: CustomerDialog | null;
  onDialog: (dialog: CustomerDialog | null) => void;
  /** Goes away, since there is nobody any more; none where this person may not erase anybody. */
  onErased: (() => void) | undefined;
  /** Goes to where something is now. */
  onOpen: (conversation: string, topic?: string) => void;
};

/** Whatever is asked about who a customer is; it stands above panel and timeline alike. */
export function CustomerDialogs({ customer, topics, dialog, onDialog, onErased, onOpen }: CustomerDialogsProps) {
  const close = () => onDialog(null);
  switch (dialog?.kind) {
    case "edit":
      return (
        <EditDialog
          customer={customer}
          onErase={onErased ? () => onDialog({ kind: "erase" }) : undefined}
          onClose={close}
        />
      );
    case "erase":
      return onErased ? (
        <Suspense>
          <EraseDialog customer={customer} onErased={onErased} onClose={close} />
        </Suspense>
      ) : null;
    case "find":
      return (
        <FindDialog
          customer={customer}
          onChosen={(other) => onDialog({ kind: "merge", other: other.id })}
          onClose={close}
        />
      );
    case "merge":
      return <MergeDialog customer={customer} other={dialog.other} onClose={close} />;
    case "undo":
      return <UndoDialog customer={customer} deed={dialog.deed} onClose={close} />;
    case "detach":
      return <DetachDialog customer={customer.id} identity={dialog.identity} onClose={close} />;
    case "give":
      return (
        <Suspense>
          <GiveDialog
            customer={customer}
            gift={dialog.gift}
            promised={topics.find((one) => one.id === dialog.gift.topic)?.promise?.dueAt ?? null}
            onOpen={onOpen}
            onClose={close}
          />
        </Suspense>
      );
    case "split":
      return (
        <Suspense>
          <SplitDialog customer={customer} topics={topics} onOpen={onOpen} onClose={close} />
        </Suspense>
      );
    default:
      return null;
  }
}
