import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon, type IconName } from "../../../components/ui/icon.tsx";
import { Wordmark } from "../../../components/ui/wordmark.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import type { Colleague, Counts, ViewName } from "../../../types/api.ts";
import { viewNames } from "../../../types/api.ts";

type RailProps = {
  counts: Counts | undefined;
  people: Colleague[];
  me: string;
  administrator: boolean;
  foot: ReactNode;
  onFind: () => void;
  /** Called when the person chose a place, so that a sheet can close. */
  onGone?: () => void;
};

const glyphOf: Record<ViewName, IconName> = {
  mine: "inbox",
  unassigned: "circle-dashed",
  snoozed: "alarm-clock",
  all: "layers",
  resolved: "archive",
};

export function Rail({ counts, people, me, administrator, foot, onFind, onGone }: RailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const others = people
    .filter((person) => person.id !== me)
    .sort((left, right) => Number(right.online) - Number(left.online) || left.name.localeCompare(right.name));
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <Wordmark />
      <button type="button" className="find" onClick={onFind}>
        <Icon name="search" />
        <span>{t("rail.find")}</span>
        <kbd aria-hidden="true">{keyLabel("Mod+k")}</kbd>
      </button>
      <ul className="views">
        {viewNames.map((view) => (
          <li key={view}>
            <NavLink to={`/inbox/${view}`} onClick={onGone}>
              <Icon name={glyphOf[view]} />
              {t(`view.${view}`)}
              <span className="n">{counts ? counts.views[view].toLocaleString(language) : ""}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      {administrator ? (
        <>
          <h2>{t("rail.admin")}</h2>
          <ul>
            <li>
              <NavLink to="/admin/dead-letters" onClick={onGone}>
                <Icon name="mail-x" />
                {t("rail.deadLetters")}
              </NavLink>
            </li>
            <li>
              <NavLink to="/admin/audit" onClick={onGone}>
                <Icon name="scroll" />
                {t("rail.audit")}
              </NavLink>
            </li>
          </ul>
        </>
      ) : null}
      <h2>{t("rail.people")}</h2>
      <div className="people">
        {others.length === 0 ? <div className="who m">{t("rail.noOne")}</div> : null}
        {others.map((person) => (
          <div key={person.id} className={person.online ? "who" : "who m"}>
            <span className={person.online ? "dot on" : "dot"} aria-hidden="true" />
            {person.name}
            <span className="sr">, {t(person.online ? "rail.online" : "rail.away")}</span>
          </div>
        ))}
      </div>
      {foot}
    </nav>
  );
}
