import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { keyLabel, useShortcuts } from "../../lib/shortcuts.ts";
import { useStore } from "../../lib/store.ts";
import { toast } from "../../lib/toast.ts";
import { IconButton } from "./button.tsx";

const shownFor = 12_000;

/** What was just done. It goes by itself, but not from under a pointer or a focus. */
export function Toaster() {
  const { t } = useTranslation();
  const now = useStore(toast);
  const [held, setHeld] = useState(false);
  const close = () => toast.set(null);
  useEffect(() => {
    if (!now || held) return;
    const timer = setTimeout(() => toast.set(null), shownFor);
    return () => clearTimeout(timer);
  }, [now, held]);
  const first = now?.actions[0];
  const act = (run: () => void) => {
    setHeld(false);
    close();
    run();
  };
  useShortcuts({ "Shift+Z": first ? () => act(first.run) : undefined });
  return (
    <div className="toasts" role="status">
      {now ? (
        <section
          key={now.number}
          className="toast"
          aria-label={now.text}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{now.text}</span>
          {now.actions.length > 0 ? (
            <div className="toast-acts">
              {now.actions.map((action, index) => (
                <button key={action.text} type="button" className="link" onClick={() => act(action.run)}>
                  {action.text}
                  {index === 0 ? <kbd aria-hidden="true">{keyLabel("Shift+Z")}</kbd> : null}
                </button>
              ))}
            </div>
          ) : null}
          <IconButton icon="x" label={t("app.close")} onClick={close} />
        </section>
      ) : null}
    </div>
  );
}
