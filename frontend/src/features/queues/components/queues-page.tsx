import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { IconButton } from "../../../components/ui/button.tsx";
import { ListPage } from "../../../components/ui/list-page.tsx";
import { ListTable } from "../../../components/ui/list-table.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useProblemText } from "../../../lib/problem-text.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { queueName } from "../../../lib/queues.ts";
import { minutesLong } from "../../../lib/time.ts";
import { showToast } from "../../../lib/toast.ts";
import { useHow } from "../../../lib/use-how.ts";
import type { Language } from "../../../types/api.ts";
import type { WholeQueue } from "../../../types/queue.ts";
import { calendarsQuery } from "../api/get-calendars.ts";
import { wholeQueuesQuery } from "../api/get-whole-queues.ts";
import { orderQueues } from "../api/order-queues.ts";
import { moved } from "../queue-draft.ts";

/** The queues in the order in which their rules are asked. */
export function QueuesPage() {
  const { t } = useTranslation();
  const how = useHow();
  const language = useLanguage();
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
  const calendarName = (id: string | null) =>
    calendars.data?.items.find((one) => one.id === (id ?? "default"))?.calendar.name ?? "";
  const nameOf = (queue: WholeQueue) => queueName(queue, language);
  return (
    <ListPage
      title={t("queues.title")}
      intro={t("queues.intro")}
      add={{ text: t("queues.add"), onAdd: () => navigate("/admin/queues/new") }}
      read={queues}
    >
      {items.length === 1 ? <p className="empty">{how(t("queues.one"))}</p> : null}
      <ListTable
        items={items}
        keyOf={(queue) => queue.id}
        head={t("queues.queue")}
        name={nameOf}
        below={(queue) => [queue.active ? null : t("queues.off"), queue.brand].filter(Boolean).join(", ")}
        quiet={(queue) => !queue.active}
        columns={[
          {
            head: t("queues.comes"),
            cell: (queue) => (queue.main ? t("queues.theRest") : t("queues.rules", { count: queue.rules.length })),
            className: () => "m2",
          },
          { head: t("queues.hours"), cell: (queue) => calendarName(queue.calendar), className: () => "m2" },
          {
            head: t("queues.targets"),
            cell: (queue) => targetsOf(queue, t, language) || "–",
            className: (queue) => (targetsOf(queue, t, language) ? "m2" : "m blank"),
          },
          {
            head: t("queues.given"),
            cell: (queue) => t(queue.automatic ? "queues.automatic" : "queues.taken"),
            className: () => "m2",
          },
        ]}
        open={(queue) => `/admin/queues/${queue.id}`}
        acts={(queue) => (
          <>
            <IconButton
              icon="chevron-up"
              label={t("queues.up", { name: nameOf(queue) })}
              disabled={queue === items[0] || order.isPending}
              onClick={() => order.mutate({ id: queue.id, by: -1 })}
            />
            <IconButton
              icon="chevron-down"
              label={t("queues.down", { name: nameOf(queue) })}
              disabled={queue === items.at(-1) || order.isPending}
              onClick={() => order.mutate({ id: queue.id, by: 1 })}
            />
          </>
        )}
      />
    </ListPage>
  );
}

/** In how much time its customers are to have an answer. */
function targetsOf({ targets: { first, next } }: WholeQueue, t: TFunction, language: Language): string {
  return [
    first === null ? null : t("queues.firstIn", { time: minutesLong(first, language) }),
    next === null ? null : t("queues.nextIn", { time: minutesLong(next, language) }),
  ]
    .filter(Boolean)
    .join(", ");
}
