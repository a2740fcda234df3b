import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Button, IconButton } from "../../../components/ui/button.tsx";
import { Trouble } from "../../../components/ui/trouble.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { queueName } from "../../../lib/queues.ts";
import { useShortcuts } from "../../../lib/shortcuts.ts";
import { minutesLong } from "../../../lib/time.ts";
import { showToast } from "../../../lib/toast.ts";
import type { WholeQueue } from "../../../types/queue.ts";
import { calendarsQuery } from "../api/get-calendars.ts";
import { wholeQueuesQuery } from "../api/get-whole-queues.ts";
import { orderQueues } from "../api/order-queues.ts";
import { moved } from "../queue-draft.ts";

/** The queues in the order in which their rules are asked. */
export function QueuesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const say = useProblemText();
  const queues = useQuery(wholeQueuesQuery);
  const calendars = useQuery(calendarsQuery);
  const items = queues.data?.items ?? [];
  const order = useMutation({
    mutationFn: ({ id, by }: { id: string; by: 1 | -1 }) => orderQueues(moved(items, id, by)),
    onError: (error) => showToast(say(error)),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.wholeQueues }),
        client.invalidateQueries({ queryKey: queryKeys.queues }),
      ]),
  });
  const add = () => navigate("/admin/queues/new");
  useShortcuts({ n: add });
  const calendarName = (id: string | null) =>
    calendars.data?.items.find((one) => one.id === (id ?? "default"))?.calendar.name ?? "";
  return (
    <main className="board" id="conversation">
      <header className="with-act">
        <div>
          <h1>{t("queues.title")}</h1>
          <p className="m">{t("queues.intro")}</p>
        </div>
        <Button look="line" keys="n" onClick={add}>
          {t("queues.add")}
        </Button>
      </header>
      {queues.isError ? (
        <Trouble what={t("queues.title")} error={queues.error} onRetry={() => void queues.refetch()} />
      ) : null}
      {items.length === 1 ? <p className="empty">{t("queues.one")}</p> : null}
      {items.length > 0 ? (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t("queues.queue")}</th>
              <th scope="col">{t("queues.comes")}</th>
              <th scope="col">{t("queues.hours")}</th>
              <th scope="col">{t("queues.targets")}</th>
              <th scope="col">{t("queues.given")}</th>
              <th scope="col">
                <span className="sr">{t("queues.order")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((queue, index) => (
              <QueueRow
                key={queue.id}
                queue={queue}
                calendar={calendarName(queue.calendar)}
                first={index === 0}
                last={index === items.length - 1}
                pending={order.isPending}
                onMove={(by) => order.mutate({ id: queue.id, by })}
              />
            ))}
          </tbody>
        </table>
      ) : null}
    </main>
  );
}

type QueueRowProps = {
  queue: WholeQueue;
  calendar: string;
  first: boolean;
  last: boolean;
  pending: boolean;
  onMove: (by: 1 | -1) => void;
};

function QueueRow({ queue, calendar, first, last, pending, onMove }: QueueRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { first: one, next } = queue.targets;
  const targets = [
    one === null ? null : t("queues.firstIn", { time: minutesLong(one, language) }),
    next === null ? null : t("queues.nextIn", { time: minutesLong(next, language) }),
  ].filter((part) => part !== null);
  const name = queueName(queue, language);
  return (
    <tr className={queue.active ? "" : "m"}>
      <th scope="row">
        <Link to={`/admin/queues/${queue.id}`}>{name}</Link>
        <small>{[queue.active ? null : t("queues.off"), queue.brand].filter((part) => part !== null).join(", ")}</small>
      </th>
      <td className="m2">{queue.main ? t("queues.theRest") : t("queues.rules", { count: queue.rules.length })}</td>
      <td className="m2">{calendar}</td>
      <td className={targets.length > 0 ? "m2" : "m blank"}>{targets.join(", ") || "–"}</td>
      <td className="m2">{t(queue.automatic ? "queues.automatic" : "queues.taken")}</td>
      <td>
        <IconButton
          icon="chevron-up"
          label={t("queues.up", { name })}
          disabled={first || pending}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon="chevron-down"
          label={t("queues.down", { name })}
          disabled={last || pending}
          onClick={() => onMove(1)}
        />
      </td>
    </tr>
  );
}
