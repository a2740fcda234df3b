import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../lib/problem-text.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Unsaved } from "./unsaved.tsx";

type FormDialogProps = {
  title: string;
  /** Whether something would be lost if it was closed now. */
  dirty: boolean;
  pending: boolean;
  /** What no field says already. */
  error: unknown;
  /** How it is said, if not as elsewhere. */
  say?: (error: unknown) => string;
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form that floats: saved or cancelled on purpose. Whoever typed something and presses Escape, or beside it, is asked first. */
export function FormDialog({
  title,
  dirty,
  pending,
  error,
  say,
  action,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  const usual = useProblemText();
  const [asking, setAsking] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(false);
    if (!pending) onSubmit();
  };
  const leave = () => (dirty ? setAsking((before) => !before) : onClose());
  return (
    <>
      <Dialog kind="panel" label={title} title={title} onClose={leave}>
        <form className="form" onSubmit={submit}>
          {children}
          {error ? (
            <p className="fault" role="alert">
              {(say ?? usual)(error)}
            </p>
          ) : null}
          {asking ? (
            <p className="unsaved" role="alert">
              {t("form.unsaved")}
            </p>
          ) : null}
          <footer>
            <Button onClick={onClose}>{t(asking ? "form.closeUnsaved" : "app.cancel")}</Button>
            <Button look="primary" type="submit" aria-disabled={pending}>
              {action}
            </Button>
          </footer>
        </form>
      </Dialog>
      <Unsaved dirty={dirty} />
    </>
  );
}
