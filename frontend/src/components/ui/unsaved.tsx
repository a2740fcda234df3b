import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { guard } from "../../lib/unsaved.ts";
import { Confirm } from "./confirm.tsx";

/** Stands up for what is not saved: who closes the page is asked by the browser, who goes elsewhere in it by us. */
export function Unsaved({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const [going, setGoing] = useState<{ go: () => void } | null>(null);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    const end = guard((go) => setGoing({ go }));
    return () => {
      window.removeEventListener("beforeunload", ask);
      end();
      // Saved meanwhile: nothing is left to ask.
      setGoing(null);
    };
  }, [dirty]);
  if (!going) return null;
  const stay = () => setGoing(null);
  return (
    <Confirm
      title={t("form.leaveTitle")}
      action={t("form.leave")}
      stay={t("form.stay")}
      look="line"
      pending={false}
      error={null}
      onConfirm={() => {
        stay();
        going.go();
      }}
      onClose={stay}
    >
      <p>{t("form.leaveMeans")}</p>
    </Confirm>
  );
}
