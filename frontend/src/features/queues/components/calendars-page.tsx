import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import { calendarsQuery } from "../api/get-calendars.ts";
import { wholeQueuesQuery } from "../api/get-whole-queues.ts";
import { OpenNow } from "./calendar-field.tsx";

/** The calendars: opening hours and days that differ, and which queues go by them. */
export function CalendarsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const calendars = useQuery(calendarsQuery);
  const queues = useQuery(wholeQueuesQuery);
  const usedBy = (id: string) =>
    (queues.data?.items ?? [])
      .filter((queue) => (queue.calendar ?? "default") === id)
      .map((queue) => queueName(queue, language))
      .join(", ");
  return (
    <ListPage
      title={t("calendars.title")}
      intro={t("calendars.intro")}
      add={{ text: t("calendars.add"), onAdd: () => navigate("/admin/calendars/new") }}
      read={calendars}
    >
      <ListTable
        items={calendars.data?.items ?? []}
        keyOf={(one) => one.id}
        head={t("calendars.calendar")}
        name={(one) => one.calendar.name}
        columns={[
          { head: t("calendars.now"), cell: (one) => <OpenNow calendar={one} /> },
          { head: t("calendars.zone"), cell: (one) => one.calendar.zone.replaceAll("_", " "), className: () => "m2" },
          {
            head: t("calendars.usedBy"),
            cell: (one) => usedBy(one.id) || <span className="m">{t("calendars.nobody")}</span>,
            className: () => "m2",
          },
        ]}
        open={(one) => `/admin/calendars/${one.id}`}
      />
    </ListPage>
  );
}
