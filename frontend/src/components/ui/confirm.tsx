import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../lib/problem-text.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type ConfirmProps = {
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  action: string;
  /** The way out, where it is more than to cancel. */
  stay?: string;
  /** Red is for what one came to do. */
  look?: "primary" | "line";
  pending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once before something is lost; the way out has the focus. */
export function Confirm({
  title,
  children,
  action,
  stay,
  look = "primary",
  pending,
  error,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  return (
    <Dialog kind="panel" label={title} title={title} onClose={onClose}>
      <div className="form">
        {children}
        {error ? (
          <p className="fault" role="alert">
            {say(error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={onClose} data-first>
            {stay ?? t("app.cancel")}
          </Button>
          <Button look={look} onClick={() => !pending && onConfirm()} aria-disabled={pending}>
            {action}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
