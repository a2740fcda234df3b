import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { ahead, exact, when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Language } from "../../../types/api.ts";
import type { ColleagueRequest } from "../../../types/promise.ts";
import { requestsQuery } from "../api/get-requests.ts";
import { withdrawRequest } from "../api/withdraw-request.ts";
import { type AskedFor, requestsKey } from "../asked-for.ts";

/** What colleagues were asked for a promise or in a topic, and how it stands. */
export function RequestLines({ matter }: { matter: AskedFor }) {
  const requests = useQuery(requestsQuery(matter));
  const shown = requests.data?.filter((one) => one.state !== "withdrawn") ?? [];
  if (shown.length === 0) return null;
  return (
    <ul className="asked">
      {shown.map((one) => (
        <RequestLine key={one.id} matter={matter} request={one} />
      ))}
    </ul>
  );
}

function RequestLine({ matter, request }: { matter: AskedFor; request: ColleagueRequest }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const client = useQueryClient();
  const say = useProblemText();
  const withdraw = useMutation({
    mutationFn: () => withdrawRequest(matter, request.id),
    onSettled: () => void client.invalidateQueries({ queryKey: requestsKey(matter) }),
  });
  const waits = request.state === "asked" || request.state === "overdue";
  return (
    <li title={`${request.question}\n${exact(request.dueAt, language)}`}>
      <b>{request.name}</b>{" "}
      <span className={request.state === "overdue" ? "red" : undefined}>{standing(request, t, now, language)}</span>
      {request.mail === "failed" || request.mail === "no-mailbox" ? (
        <b className="ink">
          {" "}
          {request.mail === "failed"
            ? t("promise.ask.mailFailed", { reason: request.mailReason ?? "" })
            : t("promise.ask.noMailbox")}
        </b>
      ) : null}
      {waits ? (
        <>
          {" "}
          <button type="button" className="link" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t("promise.ask.withdraw")}
          </button>
        </>
      ) : null}
      {withdraw.isError ? (
        <p className="b" role="alert">
          {say(withdraw.error)}
        </p>
      ) : null}
    </li>
  );
}

function standing(request: ColleagueRequest, t: TFunction, now: number, language: Language): string {
  switch (request.state) {
    case "asked":
      return t("promise.ask.until", { time: ahead(request.dueAt, now, language) });
    case "overdue":
      return t("promise.ask.overdue", { time: ahead(request.dueAt, now, language) });
    case "answered":
      return t("promise.ask.answered", { time: when(request.answeredAt ?? request.askedAt, now, language) });
    case "withdrawn":
      return t("promise.ask.withdrawn");
  }
}
