import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { usePresenceText } from "../../../lib/presence-text.ts";
import type { PersonPresence } from "../../../types/api.ts";

/** Reminds whoever is away or busy that they are, with the way back. */
export function PresenceLine({ presence, onBack }: { presence: PersonPresence; onBack: () => void }) {
  const { t } = useTranslation();
  const textOf = usePresenceText();
  if (presence.state !== "away" && presence.state !== "busy") return null;
  const text = textOf(presence);
  return (
    <p className="off stand" role="status">
      <b>{presence.state === "away" ? t("presence.youAre", { text }) : t("presence.youAreBusy")}</b>
      <Button look="line" keys={presence.state === "away" ? "Shift+A" : "Shift+B"} onClick={onBack}>
        {t(presence.state === "away" ? "presence.imBack" : "presence.imFree")}
      </Button>
    </p>
  );
}
