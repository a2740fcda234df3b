import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Confirm } from "./confirm.tsx";

type ConfirmRemovalProps = {
  title: string;
  action: string;
  remove: () => Promise<unknown>;
  /** The list it is taken out of. */
  list: QueryKey;
  onClose: () => void;
  /** What goes with it, and what stays. */
  children: ReactNode;
};

/** Asks once, and then takes something out of its list. */
export function ConfirmRemoval({ title, action, remove, list, onClose, children }: ConfirmRemovalProps) {
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: list }),
  });
  return (
    <Confirm
      title={title}
      action={action}
      pending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate()}
      onClose={onClose}
    >
      {children}
    </Confirm>
  );
}
