import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Button } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
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
  const add = () => navigate("/admin/calendars/new");
  useShortcuts({ n: add });
  const usedBy = (id: string) =>
    (queues.data?.items ?? [])
      .filter((queue) => (queue.calendar ?? "default") === id)
      .map((queue) => queueName(queue, language))
      .join(", ");
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("calendars.title")}</h1>
          <p className="m">{t("calendars.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={add}>
          {t("calendars.add")}
        </Button>
      </header>
      {calendars.isError ? (
        <Trouble what={t("calendars.title")} error={calendars.error} onRetry={() => void calendars.refetch()} />
      ) : null}
      {calendars.isSuccess ? (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t("calendars.calendar")}</th>
              <th scope="col">{t("calendars.now")}</th>
              <th scope="col">{t("calendars.zone")}</th>
              <th scope="col">{t("calendars.usedBy")}</th>
            </tr>
          </thead>
          <tbody>
            {calendars.data.items.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link to={`/admin/calendars/${one.id}`}>{one.calendar.name}</Link>
                </th>
                <td>
                  <OpenNow calendar={one} />
                </td>
                <td className="m2">{one.calendar.zone.replaceAll("_", " ")}</td>
                <td className="m2">{usedBy(one.id) || <span className="m">{t("calendars.nobody")}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </main>
  );
}
