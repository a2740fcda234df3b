import { useTranslation } from "react-i18next";
import type { Strings } from "./i18n/en.ts";
import { i18n } from "./i18n/setup.ts";
import { isProblem, type Problem } from "./problem.ts";

type Known = keyof Strings["problem"];

function known(type: string): type is Known {
  return i18n.exists(`problem.${type}`);
}

const byStatus: Record<number, Known> = {
  0: "offline",
  403: "forbidden",
  404: "not-found",
  413: "too-large",
  415: "upload-type",
  503: "store-unavailable",
};

/** Turns whatever was thrown into a sentence in the person's language. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!isProblem(error)) return t("problem.unknown");
    const problem: Problem = error;
    if (known(problem.type) && problem.type !== "unknown")
      return t(`problem.${problem.type}`, { seconds: problem.retryAfter ?? 60 });
    if (problem.detail) return problem.detail;
    return t(`problem.${byStatus[problem.status] ?? "unknown"}`, { seconds: problem.retryAfter ?? 60 });
  };
}
