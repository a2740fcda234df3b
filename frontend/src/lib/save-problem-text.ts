import { useTranslation } from "react-i18next";
import { isProblem } from "./problem.ts";
import { useProblemText } from "./problem-text.ts";

/** Why a form of the administration was not saved; of what somebody else changed meanwhile that it was read anew, below what is unsaved. */
export function useSaveProblemText(): (error: unknown, dirty: boolean) => string {
  const { t } = useTranslation();
  const say = useProblemText();
  return (error, dirty) => (isProblem(error, "changed-meanwhile") && dirty ? t("queues.readAgain") : say(error));
}
