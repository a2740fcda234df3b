import { useTranslation } from "react-i18next";
import { useProblemText } from "../../lib/problem-text.ts";
import { Button } from "./button.tsx";

/** A failure where something should have been: what happened, what to do. */
export function Trouble({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  return (
    <div className="trouble" role="alert">
      <p className="b">{what}</p>
      <p>{say(error)}</p>
      <p>
        <Button look="line" onClick={onRetry}>
          {t("app.tryAgain")}
        </Button>
      </p>
    </div>
  );
}
