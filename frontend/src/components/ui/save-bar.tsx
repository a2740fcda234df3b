import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

/** What was changed is saved or undone; until then nothing has happened. */
export function SaveBar({ dirty, pending, onDiscard }: { dirty: boolean; pending: boolean; onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={dirty ? "save" : "save quiet"}>
      <Button look="primary" type="submit" keys="Mod+s" aria-disabled={!dirty || pending}>
        {t("app.save")}
      </Button>
      {dirty ? (
        <Button onClick={onDiscard} keys="Escape">
          {t("staff.discard")}
        </Button>
      ) : (
        <span className="m">{t("staff.allSaved")}</span>
      )}
    </div>
  );
}
