import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import type { Colleague } from "../../../types/api.ts";
import { NewPasswordDialog } from "./new-password-dialog.tsx";

/** For somebody who forgot their password. One's own is changed by saying it, in one's own menu. */
export function ForgottenPassword({ person }: { person: Colleague }) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  return (
    <section className="now">
      <h2>{t("staff.password")}</h2>
      <p className="m">{t("staff.passwordMeans")}</p>
      <p className="acts">
        <Button look="line" onClick={() => setSetting(true)}>
          {t("staff.setPassword")}
        </Button>
      </p>
      {setting ? <NewPasswordDialog person={person} onClose={() => setSetting(false)} /> : null}
    </section>
  );
}
