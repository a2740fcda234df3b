import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { minutesLong } from "../../../lib/time.ts";
import type { ServiceTargets } from "../../../types/queue.ts";

const kinds = ["first", "next", "warn"] as const;

/** In how many minutes of working time customers are to have an answer, and how long before it counts as soon. */
export function TargetsField({
  targets,
  onChange,
}: {
  targets: ServiceTargets;
  onChange: (targets: ServiceTargets) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  return (
    <fieldset className="capacity">
      <legend>{t("queues.targetsIn")}</legend>
      {kinds.map((kind) => (
        <div key={kind}>
          <label htmlFor={`${id}-${kind}`}>
            {t(`queues.target.${kind}`)}
            {(targets[kind] ?? 0) >= 60 ? (
              <span className="m"> {minutesLong(targets[kind] ?? 0, language)}</span>
            ) : null}
          </label>
          <input
            className="inp num"
            id={`${id}-${kind}`}
            type="number"
            inputMode="numeric"
            min={1}
            max={124_800}
            placeholder={t(kind === "warn" ? "queues.aQuarter" : "queues.noTarget")}
            value={targets[kind] ?? ""}
            onChange={(event) => {
              const minutes = Number.parseInt(event.target.value, 10);
              onChange({ ...targets, [kind]: Number.isNaN(minutes) ? null : Math.max(1, minutes) });
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}
