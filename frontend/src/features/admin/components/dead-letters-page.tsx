import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { fileSize } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { when } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { deadLettersQuery } from "../api/get-dead-letters.ts";
import { DeadLetterDialog } from "./dead-letter-dialog.tsx";

/** Messages that could not be read: kept whole, to be read, replayed or discarded. */
export function DeadLettersPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const letters = useInfiniteQuery(deadLettersQuery);
  const [open, setOpen] = useState<string | null>(null);
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <ListPage title={t("admin.deadLetters")} intro={t("admin.deadIntro")} read={letters}>
      {letters.isSuccess && items.length === 0 ? <p className="empty">{t("admin.noDead")}</p> : null}
      <ListTable
        items={items}
        keyOf={(letter) => letter.id}
        head={t("admin.at")}
        name={(letter) => <Moment at={letter.at}>{when(letter.at, now, language)}</Moment>}
        columns={[
          { head: t("admin.account"), cell: (letter) => letter.account },
          { head: t("admin.reason"), cell: (letter) => letter.reason },
          { head: t("admin.size"), cell: (letter) => fileSize(letter.size, language) },
        ]}
        open={(letter) => () => setOpen(letter.id)}
        acts={(letter) => (
          <Button look="line" onClick={() => setOpen(letter.id)}>
            {t("admin.read")}
          </Button>
        )}
      />
      {letters.hasNextPage ? <Button onClick={() => void letters.fetchNextPage()}>{t("admin.more")}</Button> : null}
      {open ? <DeadLetterDialog id={open} onClose={() => setOpen(null)} /> : null}
    </ListPage>
  );
}
