import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";

type ElsewhereNoticeProps = {
  from: string;
  address: string;
  onAnswer: (agreed: boolean) => void;
};

/** A mail asks for answers at another address than it came from: nothing goes there before somebody agrees. */
export function ElsewhereNotice({ from, address, onAnswer }: ElsewhereNoticeProps) {
  const { t } = useTranslation();
  return (
    <div className="warn where-to" role="status">
      <span>{t("composer.elsewhere", { from, address })}</span>
      <Button look="line" className="r" onClick={() => onAnswer(false)}>
        {t("composer.elsewhereNo", { address: from })}
      </Button>
      <Button look="line" onClick={() => onAnswer(true)}>
        {t("composer.elsewhereYes", { address })}
      </Button>
    </div>
  );
}
