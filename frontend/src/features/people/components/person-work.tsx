import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/ui/button.tsx";
import { Confirm } from "../../../components/ui/confirm.tsx";
import { announce } from "../../../lib/announce.ts";
import { queryKeys } from "../../../lib/query-keys.ts";
import { calendarOf } from "../../../lib/queues.ts";
import type { Colleague, Queues } from "../../../types/api.ts";
import { personWorkQuery } from "../api/get-person-work.ts";
import { handOverWork } from "../api/hand-over-work.ts";
import { useSayPresence } from "../use-presence.ts";
import { AwayDialog } from "./away-dialog.tsx";
import { CoverField } from "./cover-field.tsx";

/** What somebody has now; saying that they are away, and handing it all over. */
export function PersonWork({ person, people }: { person: Colleague; people: Colleague[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const work = useQuery(personWorkQuery(person.id));
  const [open, setOpen] = useState<"away" | "hand-over" | null>(null);
  const [to, setTo] = useState("queue");
  const close = () => setOpen(null);
  const { mutate: say } = useSayPresence(person.id);
  const calendar = calendarOf(person, client.getQueryData<Queues>(queryKeys.queues));
  const handOver = useMutation({
    mutationFn: () => handOverWork(person.id, to.replace("person:", "")),
    onSuccess: (moved) => {
      announce(t("staff.handingOver", { count: moved.open + moved.snoozed }));
      close();
      setTimeout(() => void client.invalidateQueries({ queryKey: queryKeys.personWork(person.id) }), 1_500);
    },
  });
  const has = work.data ? work.data.open + work.data.snoozed : 0;
  const begin = () => {
    setTo(person.cover || "queue");
    handOver.reset();
    setOpen("hand-over");
  };
  return (
    <section className="now">
      <h2>{t("staff.now")}</h2>
      {work.data ? (
        <p>
          {has === 0
            ? t("staff.hasNothing", { name: person.name })
            : t("staff.has", { count: work.data.open, waiting: work.data.waiting, snoozed: work.data.snoozed })}
        </p>
      ) : null}
      <p className="acts">
        {person.presence.state === "away" ? (
          <Button look="line" onClick={() => say({ state: "online" })}>
            {t("staff.isBack")}
          </Button>
        ) : (
          <Button look="line" onClick={() => setOpen("away")}>
            {t("staff.isAway")}
          </Button>
        )}
        <Button look="line" onClick={() => has > 0 && begin()} aria-disabled={has === 0}>
          {t("staff.handOver")}
        </Button>
      </p>
      {open === "away" ? <AwayDialog name={person.name} calendar={calendar} onSay={say} onClose={close} /> : null}
      {open === "hand-over" ? (
        <Confirm
          title={t("staff.handOverTitle", { name: person.name })}
          action={t("staff.handOver")}
          pending={handOver.isPending}
          error={handOver.error}
          onConfirm={() => handOver.mutate()}
          onClose={close}
        >
          <p>{t("staff.handOverMeans", { count: has, name: person.name })}</p>
          <CoverField label={t("staff.to")} cover={to} person={person.id} people={people} onChange={setTo} />
        </Confirm>
      ) : null}
    </section>
  );
}
