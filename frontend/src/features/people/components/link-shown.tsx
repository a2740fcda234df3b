import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { announce } from "../../../lib/announce.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { ahead } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Invitation } from "../../../types/api.ts";

/** What became of the mail, and the link itself, this once. */
export function LinkShown({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    await navigator.clipboard.writeText(invitation.link ?? "").catch(() => document.execCommand("copy"));
    setCopied(true);
    announce(t("staff.copied"));
  };
  return (
    <div className="form">
      <p>
        {invitation.mail === "sent"
          ? t("staff.mailSent", { email: invitation.email })
          : invitation.mail === "failed"
            ? t("staff.mailFailed", { email: invitation.email, reason: invitation.mailReason ?? "" })
            : t("staff.noMailbox", { email: invitation.email })}
      </p>
      <div className="copy">
        <input
          ref={field}
          className="inp"
          readOnly
          aria-label={t("staff.link")}
          value={invitation.link ?? ""}
          onFocus={(event) => event.target.select()}
        />
        <Button look="line" onClick={() => void copy()} data-first>
          {t(copied ? "staff.copied" : "staff.copy")}
        </Button>
      </div>
      <p className="m">{t("staff.linkOnce", { time: ahead(invitation.expiresAt, now, language) })}</p>
      <footer>
        <Button look="primary" onClick={onClose}>
          {t("staff.done")}
        </Button>
      </footer>
    </div>
  );
}
