import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, Navigate, Route, Routes } from "react-router";
import { IconButton } from "../components/ui/button.tsx";
import { AuditPage } from "../features/admin/components/audit-page.tsx";
import { DeadLettersPage } from "../features/admin/components/dead-letters-page.tsx";
import { useNarrow } from "../lib/use-media.ts";
import type { Shell } from "./frame.tsx";

/** What administrators look after. */
export function AdminPages({ shell }: { shell: Shell }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { watch } = shell;
  useEffect(() => watch({}), [watch]);
  if (!shell.me.roles.includes("administrator"))
    return (
      <main className="trouble" id="conversation" tabIndex={-1}>
        <p>{t("admin.notAllowed")}</p>
        <Link className="link" to="/">
          {t("app.toInbox")}
        </Link>
      </main>
    );
  return (
    <div className={narrow ? "app two narrow" : "app two"}>
      {shell.rail}
      <div className="board-at">
        {narrow ? <IconButton icon="panel-left" label={t("list.views")} onClick={shell.openRail} /> : null}
        <Routes>
          <Route path="dead-letters" element={<DeadLettersPage />} />
          <Route path="audit" element={<AuditPage people={shell.everybody} />} />
          <Route path="*" element={<Navigate to="/admin/dead-letters" replace />} />
        </Routes>
      </div>
    </div>
  );
}
