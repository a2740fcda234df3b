import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../../components/ui/icon.tsx";
import { useNow } from "../../../lib/use-now.ts";
import type { Entry } from "../../../types/api.ts";

const patience = 60_000;

/** How a message fared. Named only when it failed, is unknown or takes long; else when the pointer or focus asks. */
export function DeliveryLine({ entry, actions }: { entry: Entry; actions: ReactNode }) {
  const { t } = useTranslation();
  const now = useNow();
  const state = entry.delivery;
  if (!state || state === "withdrawn") return null;
  if (state === "failed")
    return (
      <div className="fail">
        <b>
          {entry.deliveryReason
            ? t("delivery.failedReason", { reason: entry.deliveryReason.replace(/\.$/, "") })
            : t("delivery.failed")}
          .
        </b>
        {actions}
      </div>
    );
  if (state === "unconfirmed")
    return (
      <div className="fail">
        <span>
          {t("delivery.unconfirmed")}. {entry.deliveryReason}
        </span>
        {actions}
      </div>
    );
  const pending = (state === "queued" || state === "sending") && now - Date.parse(entry.at) > patience;
  return (
    <span className={pending ? "dl told" : "dl"}>
      {state === "delivered" || state === "read" ? <Icon name="check" small /> : null}
      {t(`delivery.${state}`)}
    </span>
  );
}
