import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Department } from "../../../types/api.ts";
import { promisesQuery } from "../api/get-promises.ts";
import { isOpen } from "../state-text.ts";
import { PromiseLine } from "./promise-line.tsx";

/** The promises made to a customer, beside the conversation. */
export function PromiseSection({ conversation, departments }: { conversation: string; departments: Department[] }) {
  const { t } = useTranslation();
  const promises = useQuery(promisesQuery(conversation));
  const all = promises.data ?? [];
  // Those that are open come first, the earliest at the top.
  const keyed = all[0] && isOpen(all[0]) ? all[0].id : null;
  return (
    <section>
      <h2>
        {t("promise.heading")}
        {all.length > 0 ? <span className="r num">{all.length}</span> : null}
      </h2>
      {promises.isSuccess && all.length === 0 ? <div className="m">{t("promise.none")}</div> : null}
      {all.slice(0, 12).map((promise) => (
        <PromiseLine key={promise.id} promise={promise} words departments={departments} keyed={promise.id === keyed} />
      ))}
    </section>
  );
}

type PromiseBelowProps = { conversation: string; promise: string; departments: Department[] };

/** What became of the promise an entry of the timeline says. */
export function PromiseBelow({ conversation, promise, departments }: PromiseBelowProps) {
  const promises = useQuery(promisesQuery(conversation));
  const found = promises.data?.find((one) => one.id === promise);
  return found ? <PromiseLine promise={found} words={false} departments={departments} /> : null;
}
