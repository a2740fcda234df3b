import { worksIn } from "../../lib/queues.ts";
import type { Colleague } from "../../types/api.ts";
import type { PersonLine } from "../../types/board.ts";
import type { Subject } from "./subject.ts";

export type Able = { person: Colleague; line: PersonLine | undefined };

const order = ["online", "busy", "away", "offline"];

/** Who may be given a topic: those who are there before those who are not, of them who has room, of them who has least. */
export function ableTo(subject: Subject, people: readonly Colleague[], lines: readonly PersonLine[]): Able[] {
  return people
    .filter((one) => one.id !== subject.assignee && worksIn(one, subject.queue))
    .map((person) => ({ person, line: lines.find((one) => one.id === person.id) }))
    .sort(
      (left, right) =>
        order.indexOf(left.person.presence.state) - order.indexOf(right.person.presence.state) ||
        Number(left.line?.full ?? false) - Number(right.line?.full ?? false) ||
        (left.line?.busy ?? 0) - (right.line?.busy ?? 0) ||
        left.person.name.localeCompare(right.person.name),
    );
}
