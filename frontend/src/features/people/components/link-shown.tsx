import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Invitation } from "../../../types/api.ts";
import { CopyField } from "./copy-field.tsx";

/** What became of the mail, and the link itself, this once. */
export function LinkShown({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  return (
    <div className="form">
      <p>
        {invitation.mail === "sent"
          ? t("staff.mailSent", { email: invitation.email })
          : invitation.mail === "failed"
            ? t("staff.mailFailed", { email: invitation.email, reason: invitation.mailReason ?? "" })
            : t("staff.noMailbox", { email: invitation.email })}
      </p>
      <CopyField label={t("staff.link")} value={invitation.link ?? ""} />
      <p className="m">{t("staff.linkOnce", { time: ahead(invitation.expiresAt, now, language) })}</p>
      <footer>
        <Button look="primary" onClick={onClose}>
          {t("staff.done")}
        </Button>
      </footer>
    </div>
  );
}
