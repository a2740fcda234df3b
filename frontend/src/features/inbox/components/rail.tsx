import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon, type IconName } from "../../../components/ui/icon.tsx";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { Wordmark } from "../../../components/ui/wordmark.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { keyLabel } from "../../../lib/shortcuts.ts";
import type { Colleague, Counts, FixedView, Queues } from "../../../types/api.ts";
import { viewNames } from "../../../types/api.ts";
import { QueueViews } from "./queue-views.tsx";

const rank = ({ presence }: Colleague) => ["online", "busy", "away", "offline"].indexOf(presence.state);

type RailProps = {
  counts: Counts | undefined;
  people: Colleague[];
  queues: Queues | undefined;
  me: string;
  /** The ways to what was promised. */
  promises: ReactNode;
  /** Whether this person looks after people or more. */
  looksAfter: boolean;
  foot: ReactNode;
  onFind: () => void;
  /** Called when the person chose a place, so that a sheet can close. */
  onGone?: () => void;
};

const glyphOf: Record<FixedView, IconName> = {
  mine: "inbox",
  unassigned: "circle-dashed",
  snoozed: "alarm-clock",
  all: "layers",
  resolved: "archive",
};

export function Rail({ counts, people, queues, me, promises, looksAfter, foot, onFind, onGone }: RailProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const textOf = usePresenceText();
  const titleOf = ({ name, presence }: Colleague) => [name, textOf(presence), presence.note].filter(Boolean).join(", ");
  const others = people
    .filter((person) => person.id !== me)
    .sort((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name));
  return (
    <nav className="rail" aria-label={t("rail.label")}>
      <Wordmark />
      <button type="button" className="find" onClick={onFind}>
        <Icon name="search" />
        <span>{t("rail.find")}</span>
        <kbd aria-hidden="true">{keyLabel("Mod+k")}</kbd>
      </button>
      <ul className="views">
        {looksAfter ? (
          <li>
            <NavLink to="/board" onClick={onGone}>
              <Icon name="gauge" />
              {t("board.title")}
            </NavLink>
          </li>
        ) : null}
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
      {promises}
      <QueueViews counts={counts} queues={queues} onGone={onGone} />
      <ul className="after">
        <li>
          <NavLink to="/occasions" onClick={onGone}>
            <Icon name="sun" />
            {t("rail.occasions")}
          </NavLink>
        </li>
        {looksAfter ? (
          <li>
            <NavLink to="/admin" onClick={onGone}>
              <Icon name="sliders" />
              {t("rail.admin")}
            </NavLink>
          </li>
        ) : null}
      </ul>
      <h2>{t("rail.people")}</h2>
      <div className="people">
        {others.length === 0 ? <div className="who m">{t("rail.noOne")}</div> : null}
        {others.map((person) => (
          <div key={person.id} className={person.online ? "who" : "who m"} title={titleOf(person)}>
            <PresenceDot state={person.presence.state} />
            <span className="nm">{person.name}</span>
            {person.presence.state === "online" || person.presence.state === "offline" ? (
              <span className="sr">, {textOf(person.presence)}</span>
            ) : (
              <span className="n">
                {person.presence.state === "busy"
                  ? t("presence.busy")
                  : t(`presence.reason.${person.presence.reason ?? "other"}`)}
              </span>
            )}
          </div>
        ))}
      </div>
      {foot}
    </nav>
  );
}
