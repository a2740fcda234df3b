import { useInfiniteQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import type { AdminStrings } from "../../../lib/i18n/admin-en.ts";
import type { Strings } from "../../../lib/i18n/en.ts";
import { i18n, useLanguage } from "../../../lib/i18n/setup.ts";
import { moment } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { AuditRecord, Channel, Colleague } from "../../../types/api.ts";
import { auditQuery } from "../api/get-audit.ts";

/** Who did what, newest first. */
export function AuditPage({ people }: { people: Colleague[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const audit = useInfiniteQuery(auditQuery);
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <main className="board" id="conversation" tabIndex={-1}>
      <header>
        <h1>{t("admin.audit")}</h1>
        <p className="m">{t("admin.auditIntro")}</p>
      </header>
      {audit.isError ? (
        <Trouble what={t("admin.audit")} error={audit.error} onRetry={() => void audit.refetch()} />
      ) : null}
      {audit.isSuccess && items.length === 0 ? <p className="empty">{t("admin.noAudit")}</p> : null}
      {items.length > 0 ? (
        <table className="cards audit">
          <thead>
            <tr>
              <th scope="col">{t("admin.at")}</th>
              <th scope="col">{t("admin.who")}</th>
              <th scope="col">{t("admin.action")}</th>
              <th scope="col">{t("admin.subject")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((record) => (
              <tr key={record.id}>
                <th scope="row">
                  <Moment at={record.at}>{moment(record.at, new Date(now).toISOString(), language)}</Moment>
                </th>
                <td>{nameOf(record.who, people, t)}</td>
                <td>{did(record.what, t)}</td>
                <td>{subjectOf(record, people, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {audit.hasNextPage ? <Button onClick={() => void audit.fetchNextPage()}>{t("admin.more")}</Button> : null}
    </main>
  );
}

/** What was done, in words; what has no words yet shows its own name, readable. */
function did(what: string, t: TFunction): string {
  return i18n.exists(`admin.did.${what}`)
    ? t(`admin.did.${what as keyof (Strings & AdminStrings)["admin"]["did"]}`)
    : what.replaceAll("-", " ");
}

function nameOf(who: string, people: Colleague[], t: TFunction): string {
  if (who === "nobody" || who === "unknown" || who === "system") return t(`admin.${who}`);
  return people.find((person) => person.id === who)?.name ?? who;
}

const isChannel = (word: string): word is Channel => i18n.exists(`channelIn.${word}`);

/** What it was done to, and how; a name says more than the id it belongs to. */
function subjectOf({ target, details }: AuditRecord, people: Colleague[], t: TFunction): string {
  const { name, ...others } = details;
  const said = (value: string) =>
    value === "true" || value === "false"
      ? t(value === "true" ? "admin.yes" : "admin.no")
      : isChannel(value)
        ? t(`channelIn.${value}`)
        : nameOf(value, people, t);
  const told = Object.entries(others).map(([key, value]) =>
    i18n.exists(`admin.detail.${key}`)
      ? t(`admin.detail.${key as keyof AdminStrings["admin"]["detail"]}`, { value: said(value) })
      : `${key} ${said(value)}`,
  );
  return [name || nameOf(target, people, t), ...told].join(", ");
}
