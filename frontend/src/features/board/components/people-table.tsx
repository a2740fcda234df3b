import { useTranslation } from "react-i18next";
import { PresenceDot } from "../../../components/ui/presence-dot.tsx";
import { useLanguage } from "../../../lib/i18n/setup.ts";
import { usePresenceText } from "../../../lib/presence-text.ts";
import { ago } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import type { Colleague } from "../../../types/api.ts";
import type { PersonLine, Promised } from "../../../types/board.ts";
import { isLate } from "../ruler.ts";
import { LoadBar, useLoadText } from "./load.tsx";

const order = ["online", "busy", "away", "offline"];
/** A wall shows those who are there; whoever is not comes last. */
const onWall = 8;

type PeopleTableProps = {
  people: PersonLine[];
  everybody: Colleague[];
  promises: Promised[];
  onPerson?: ((person: Colleague) => void) | undefined;
  wall: boolean;
};

/** Who is there, how much they have, and what of theirs is late. */
export function PeopleTable({ people, everybody, promises, onPerson, wall }: PeopleTableProps) {
  const { t } = useTranslation();
  const found = people
    .flatMap((line) => {
      const person = everybody.find((one) => one.id === line.id);
      return person ? [{ line, person }] : [];
    })
    .sort(
      (left, right) =>
        order.indexOf(left.person.presence.state) - order.indexOf(right.person.presence.state) ||
        right.line.busy - left.line.busy ||
        left.person.name.localeCompare(right.person.name),
    );
  const there = found.filter(({ person }) => person.online).length;
  const room = found.filter(({ person, line }) => person.presence.state === "online" && !line.full).length;
  return (
    <section className="pp" aria-labelledby="board-people">
      <h2 id="board-people">
        {t("board.peopleTitle")}
        <span className="r m">{t("board.atWork", { there, all: found.length, room })}</span>
      </h2>
      <table>
        <tbody>
          {(wall ? found.slice(0, onWall) : found).map(({ line, person }) => (
            <PersonRow key={line.id} line={line} person={person} promises={promises} onPerson={onPerson} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PersonRowProps = {
  line: PersonLine;
  person: Colleague;
  promises: Promised[];
  onPerson: ((person: Colleague) => void) | undefined;
};

function PersonRow({ line, person, promises, onPerson }: PersonRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const textOf = usePresenceText();
  const loadOf = useLoadText();
  const late = promises.filter((one) => one.owner === person.id && isLate(one, now)).length;
  const load = loadOf(line);
  return (
    <tr>
      <th scope="row">
        <PresenceDot state={person.presence.state} />
        {onPerson ? (
          <button type="button" className="nm" onClick={() => onPerson(person)}>
            {person.name}
          </button>
        ) : (
          <span className="nm">{person.name}</span>
        )}
      </th>
      <td className="load-at">
        <LoadBar line={line} />
      </td>
      <td className="m2 what">{load || <span className="m">{t("board.nothing")}</span>}</td>
      <td className="end">
        {late > 0 ? (
          <span className="red b">{t("board.latePromises", { count: late })}</span>
        ) : person.presence.state === "online" ? (
          line.since ? (
            <span className="m">
              {t("board.waitsWith", { count: line.waiting, time: ago(line.since, now, language) })}
            </span>
          ) : line.full ? null : (
            <span className="m">{t("board.free")}</span>
          )
        ) : (
          <span className="m">{textOf(person.presence)}</span>
        )}
      </td>
    </tr>
  );
}
