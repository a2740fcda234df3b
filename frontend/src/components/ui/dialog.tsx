import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "./button.tsx";

type DialogProps = {
  label: string;
  kind: "panel" | "command" | "left" | "right" | "picture";
  onClose: () => void;
  title?: string;
  children: ReactNode;
};

/** What floats above the page: the browser's own modal dialog, so focus stays inside and returns afterwards. */
export function Dialog({ label, kind, onClose, title, children }: DialogProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // Where nothing asks for it, the dialog itself has the focus, and not its way out.
    (dialog?.querySelector<HTMLElement>("[data-first], [autofocus], input") ?? dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click on the scrim doubles Escape, which the dialog handles itself
    <dialog
      ref={element}
      className={`dlg ${kind}`}
      tabIndex={-1}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      {title ? (
        <header className="dlg-top">
          <h2>{title}</h2>
          <IconButton icon="x" label={t("app.close")} onClick={onClose} />
        </header>
      ) : null}
      {kind === "right" ? <IconButton icon="x" className="dlg-x" label={t("app.close")} onClick={onClose} /> : null}
      {children}
    </dialog>
  );
}
