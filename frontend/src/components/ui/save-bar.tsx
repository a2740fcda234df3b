import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";

type SaveBarProps = {
  dirty: boolean;
  pending: boolean;
  /** Whether it is yet to be made: then nothing of it is saved. */
  fresh?: boolean;
  onDiscard: () => void;
};

/** What was changed is saved or undone; until then nothing has happened. */
export function SaveBar({ dirty, pending, fresh, onDiscard }: SaveBarProps) {
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
        <span className="m">{t(fresh ? "staff.notYet" : "staff.allSaved")}</span>
      )}
    </div>
  );
}
