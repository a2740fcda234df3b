import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Moment } from "../../../components/ui/moment.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
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
    <main className="board" id="conversation" tabIndex={-1}>
      <header>
        <h1>{t("admin.deadLetters")}</h1>
        <p className="m">{t("admin.deadIntro")}</p>
      </header>
      {letters.isError ? (
        <Trouble what={t("admin.deadLetters")} error={letters.error} onRetry={() => void letters.refetch()} />
      ) : null}
      {letters.isSuccess && items.length === 0 ? <p className="empty">{t("admin.noDead")}</p> : null}
      {items.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("admin.at")}</th>
              <th scope="col">{t("admin.account")}</th>
              <th scope="col">{t("admin.reason")}</th>
              <th scope="col">{t("admin.size")}</th>
              <th scope="col">
                <span className="sr">{t("admin.read")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((letter) => (
              <tr key={letter.id}>
                <th scope="row">
                  <Moment at={letter.at}>{when(letter.at, now, language)}</Moment>
                </th>
                <td>{letter.account}</td>
                <td>{letter.reason}</td>
                <td>{fileSize(letter.size, language)}</td>
                <td>
                  <Button look="line" onClick={() => setOpen(letter.id)}>
                    {t("admin.read")}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {letters.hasNextPage ? <Button onClick={() => void letters.fetchNextPage()}>{t("admin.more")}</Button> : null}
      {open ? <DeadLetterDialog id={open} onClose={() => setOpen(null)} /> : null}
    </main>
  );
}
