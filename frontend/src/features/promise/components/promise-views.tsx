import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon, type IconName } from "../../../components/ui/icon.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { promiseCountsQuery } from "../api/get-promise-counts.ts";

const shown = [
  { show: "late", icon: "hourglass" },
  { show: "due", icon: "hourglass" },
  { show: "waits", icon: "corner-down-right" },
] as const satisfies readonly { show: string; icon: IconName }[];

/** What was promised, in the rail: late ones in red, those of today, those that wait for a colleague. */
export function PromiseViews({ onGone }: { onGone?: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = useQuery(promiseCountsQuery).data;
  return (
    <>
      <h2>
        <NavLink to="/inbox/promises:mine" onClick={onGone} title="G P">
          {t("promise.heading")}
        </NavLink>
        <span className="n">{counts && counts.mine > 0 ? t("promise.list.yours", { count: counts.mine }) : ""}</span>
      </h2>
      <ul className="promised">
        {shown.map(({ show, icon }) => (
          <li key={show}>
            <NavLink to={`/inbox/promises:${show}`} onClick={onGone}>
              <Icon name={icon} />
              {t(`promise.show.${show}`)}
              <span className={show === "late" && counts && counts.late > 0 ? "n red b" : "n"}>
                {counts ? counts[show].toLocaleString(language) : ""}
              </span>
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}
