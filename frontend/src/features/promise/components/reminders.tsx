import { useTranslation } from "react-i18next";
import { IconButton } from "../../../components/ui/button.tsx";
import { Ring } from "../../../components/ui/ring.tsx";
import { fullName } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { useStore } from "../../../lib/store.ts";
import { usePhone } from "../../../lib/use-media.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { PromiseRecord } from "../../../types/promise.ts";
import { isUntold, stateText } from "../state-text.ts";
import { putAway, reminders } from "../use-promise-notices.ts";

/** A phone has room for one, and for what is written below it. */
const most = { desk: 3, phone: 1 };

/** What has become soon due or late of one's own: over the page, until it is opened or put away. */
export function Reminders({ onOpen }: { onOpen: (promise: PromiseRecord) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const all = useStore(reminders);
  const shown = most[usePhone() ? "phone" : "desk"];
  if (all.length === 0) return null;
  return (
    <section className="reminders" role="status" aria-label={t("promise.remind.label")}>
      {all.slice(0, shown).map((promise) => (
        <div key={promise.id} className={promise.state === "late" ? "reminder late" : "reminder"}>
          <Ring state={promise.state} dueAt={promise.dueAt} now={now} />
          <button
            type="button"
            className="what"
            onClick={() => {
              putAway(promise.id);
              onOpen(promise);
            }}
          >
            <b>{fullName(promise.customer.name) || t("customer.nameless")}</b>{" "}
            <span className="num">{stateText(promise, t, now, language)}</span>
            {isUntold(promise) ? <b className="red"> {t("promise.list.untold")}</b> : null}
            <span className="serif">{promise.action}</span>
          </button>
          <IconButton icon="x" label={t("promise.remind.putAway")} onClick={() => putAway(promise.id)} />
        </div>
      ))}
      {all.length > shown ? <div className="m">{t("promise.remind.more", { count: all.length - shown })}</div> : null}
    </section>
  );
}
