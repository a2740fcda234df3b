import { useId } from "react";
import { useTranslation } from "react-i18next";
import { usePresenceText } from "../../../lib/presence-text.ts";
import type { Colleague } from "../../../types/api.ts";

type CoverFieldProps = {
  label: string;
  cover: string;
  /** Whose work it is. */
  person: string;
  people: Colleague[];
  /** Said for nobody decided on; without it a decision is needed. */
  undecided?: string;
  onChange: (cover: string) => void;
};

/** Who takes over: a colleague, the queue, or nobody yet. */
export function CoverField({ label, cover, person, people, undecided, onChange }: CoverFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const textOf = usePresenceText();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="inp" value={cover} onChange={(event) => onChange(event.target.value)}>
        {undecided ? <option value="">{undecided}</option> : null}
        <option value="queue">{t("staff.theQueue")}</option>
        {people
          .filter((one) => one.active && one.id !== person)
          .map((one) => (
            <option key={one.id} value={`person:${one.id}`}>
              {one.presence.state === "online" ? one.name : `${one.name} (${textOf(one.presence)})`}
            </option>
          ))}
      </select>
    </div>
  );
}
