import { useId } from "react";
import { useTranslation } from "react-i18next";
import { OneOf } from "../../../components/ui/choices.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { queueName } from "../../../lib/queues.ts";
import type { Queue, Role } from "../../../types/api.ts";

export type PersonQueues = { every: boolean; only: Record<string, Role> };

type QueuesFieldProps = {
  queues: Queue[];
  /** The most they are at all. */
  role: Role;
  /** Nothing as long as nobody has decided. */
  value: PersonQueues | null;
  /** Whether they had a queue before which they would lose. */
  loses: boolean;
  onChange: (value: PersonQueues) => void;
};

/** Where somebody works, and what they are there. */
export function QueuesField({ queues, role, value, loses, onChange }: QueuesFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  if (role === "administrator") return <p className="m">{t("staff.everyQueueAdministrator")}</p>;
  const { every, only } = value ?? { every: false, only: {} };
  const set = (queue: string, wanted: string) => {
    const { [queue]: _, ...others } = only;
    onChange({ every, only: wanted ? { ...others, [queue]: wanted as Role } : others });
  };
  return (
    <>
      <OneOf
        label={t("staff.queues")}
        value={value === null ? "" : every ? "every" : "some"}
        choices={[
          { value: "every", text: t("staff.everyQueue") },
          { value: "some", text: t("staff.someQueues") },
        ]}
        onChoose={(which) => onChange({ only, every: which === "every" })}
      />
      {value === null || every ? null : (
        <div className="in-queues">
          {queues.map((queue) => (
            <div key={queue.id}>
              <label htmlFor={`${id}-${queue.id}`}>{queueName(queue, language)}</label>
              <select
                id={`${id}-${queue.id}`}
                className="inp"
                value={only[queue.id] ?? ""}
                onChange={(event) => set(queue.id, event.target.value)}
              >
                <option value="">{t("staff.notThere")}</option>
                <option value="agent">{t("staff.roles.agent")}</option>
                {role === "supervisor" ? <option value="supervisor">{t("staff.roles.supervisor")}</option> : null}
              </select>
            </div>
          ))}
        </div>
      )}
      <p className="m">{t(loses ? "staff.losesQueue" : every ? "staff.everyQueueMeans" : "staff.someQueuesMean")}</p>
    </>
  );
}
