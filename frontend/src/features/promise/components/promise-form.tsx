import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { useProblemText } from "../../../lib/problem-text.ts";

type PromiseFormProps = {
  title: string;
  /** What its button says. */
  action: string;
  look?: "primary" | "line";
  ready: boolean;
  pending: boolean;
  error: unknown;
  /** Asked for, also before it is ready. */
  onSubmit: () => void;
  /** Closed for good: what was begun goes. */
  onGiveUp: () => void;
  /** Closed: what was begun stays. */
  onClose: () => void;
  children: ReactNode;
};

/** What is done with a promise, in a dialog, by keyboard. What is refused stays, with the reason. */
export function PromiseForm({ title, action, ready, pending, error, children, ...props }: PromiseFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) props.onSubmit();
  };
  return (
    <Dialog kind="panel" label={title} title={title} onClose={props.onClose}>
      <form
        className="prm"
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          // Not without looking at its fields.
          event.currentTarget.requestSubmit();
        }}
      >
        {children}
        {error ? (
          <p className="b" role="alert">
            {say(error)}
          </p>
        ) : null}
        <footer>
          <Button onClick={props.onGiveUp}>{t("app.cancel")}</Button>
          <Button look={props.look ?? "primary"} type="submit" keys="Mod+Enter" aria-disabled={!ready || pending}>
            {action}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
