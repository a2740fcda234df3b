import type { Customer } from "../../../types/api.ts";
import type { CustomerDialog } from "../dialogs.ts";
import { DetachDialog } from "./detach-dialog.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { FindDialog } from "./find-dialog.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { UndoDialog } from "./undo-dialog.tsx";

type CustomerDialogsProps = {
  customer: Customer;
  dialog: CustomerDialog | null;
  onDialog: (dialog: CustomerDialog | null) => void;
};

/** Whatever is asked about who a customer is; it stands above panel and timeline alike. */
export function CustomerDialogs({ customer, dialog, onDialog }: CustomerDialogsProps) {
  const close = () => onDialog(null);
  switch (dialog?.kind) {
    case "edit":
      return <EditDialog customer={customer} onClose={close} />;
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
      return <UndoDialog customer={customer.id} deed={dialog.deed} onClose={close} />;
    case "detach":
      return <DetachDialog customer={customer.id} identity={dialog.identity} onClose={close} />;
    default:
      return null;
  }
}
