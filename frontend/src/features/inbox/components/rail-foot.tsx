import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { liveState } from "../../../lib/live-state.ts";
import { useStore } from "../../../lib/store.ts";
import { clock, exact } from "../../../lib/time.ts";

type RailFootProps = { account: ReactNode; standing: ReactNode; drafts: number; unsent: number };

/** The foot of the rail: who I am, and how fresh the screen is. */
export function RailFoot({ account, standing, drafts, unsent }: RailFootProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const live = useStore(liveState);
  const kept = [
    unsent > 0 ? t("rail.draftsUnsent", { count: unsent }) : null,
    drafts > 0 ? t("rail.drafts", { count: drafts }) : null,
  ].filter((one) => one !== null);
  return (
    <div className="foot">
      {live.status === "offline" || live.status === "away" ? (
        <p className="off" role="status">
          <b>{t(`rail.${live.status}`, { time: clock(live.since, language) })}</b>
          {kept.length > 0 ? <span>{kept.join(", ")}</span> : null}
        </p>
      ) : unsent > 0 ? (
        <p className="off">{t("rail.draftsUnsent", { count: unsent })}</p>
      ) : null}
      {live.status === "live" ? standing : null}
      <div className="foot-row">
        {account}
        {live.status === "live" ? (
          <span className="n num" title={t("rail.liveTitle", { time: exact(live.heardAt, language) })}>
            {t("rail.live", { time: clock(live.heardAt, language) })}
          </span>
        ) : live.status === "connecting" ? (
          <span className="n">{t("rail.connecting")}</span>
        ) : null}
      </div>
    </div>
  );
}
