import { useTranslation } from "react-i18next";
import { useShortcuts } from "../../lib/shortcuts.ts";
import type { Draft } from "../../lib/use-draft.ts";
import { Button } from "./button.tsx";
import { Unsaved } from "./unsaved.tsx";

type SaveBarProps<T extends object> = {
  form: Draft<T>;
  /** Where more than its words tells whether anything is to be saved. */
  dirty?: boolean;
  pending: boolean;
  /** Whether it is yet to be made: then nothing of it is saved. */
  fresh?: boolean;
  onSave: () => void;
  onDiscard?: () => void;
};

/** What was changed is saved or undone, by button or key; until then nothing has happened, and what is undone comes back. Who leaves meanwhile is asked. */
export function SaveBar<T extends object>({
  form,
  dirty = form.dirty,
  pending,
  fresh,
  onSave,
  onDiscard,
}: SaveBarProps<T>) {
  const { t } = useTranslation();
  const { restore } = form;
  const discard = () => {
    form.discard();
    onDiscard?.();
  };
  useShortcuts({ "Mod+s": onSave, Escape: dirty ? discard : undefined, "Mod+z": restore });
  return (
    <div className={dirty ? "save" : "save quiet"}>
      <Button look="primary" type="submit" keys="Mod+s" aria-disabled={!dirty || pending}>
        {t("app.save")}
      </Button>
      {dirty ? (
        <Button onClick={discard} keys="Escape">
          {t("staff.discard")}
        </Button>
      ) : null}
      <span className="m" role="status">
        {dirty ? "" : t(restore ? "form.undone" : fresh ? "staff.notYet" : "staff.allSaved")}
      </span>
      {restore ? (
        <Button look="line" onClick={restore} keys="Mod+z">
          {t("form.bringBack")}
        </Button>
      ) : null}
      <Unsaved dirty={dirty} />
    </div>
  );
}
