import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { moment } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Colleague, QueueRef } from "../../../types/api.ts";
import { auditQuery } from "../api/get-audit.ts";
import { didWhat, onWhat, whoDid } from "../audit-words.ts";

/** Who did what, newest first. */
export function AuditPage({ people, queues }: { people: Colleague[]; queues: QueueRef[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const audit = useInfiniteQuery(auditQuery);
  const pages = audit.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const names = Object.assign({}, ...pages.map((page) => page.names)) as Record<string, string>;
  const known = { people, queues, names, language, t };
  return (
    <ListPage title={t("admin.audit")} intro={t("admin.auditIntro")} read={audit}>
      {audit.isSuccess && items.length === 0 ? <p className="empty">{t("admin.noAudit")}</p> : null}
      <ListTable
        className="audit"
        items={items}
        keyOf={(record) => record.id}
        head={t("admin.at")}
        name={(record) => <Moment at={record.at}>{moment(record.at, new Date(now).toISOString(), language)}</Moment>}
        columns={[
          { head: t("admin.who"), cell: (record) => whoDid(record.who, known) },
          { head: t("admin.action"), cell: (record) => didWhat(record.what, t) },
          { head: t("admin.subject"), cell: (record) => onWhat(record, known) },
        ]}
      />
      {audit.hasNextPage ? <Button onClick={() => void audit.fetchNextPage()}>{t("admin.more")}</Button> : null}
    </ListPage>
  );
}
