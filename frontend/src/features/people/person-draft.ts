import { type ListChange, noChange } from "../../lib/list-change.ts";
import type { Channel, Colleague, PersonChange, Role, Team } from "../../types/api.ts";
import { highest } from "./roles.ts";

/** A person as the form shows them, before it is saved. */
export type PersonDraft = {
  name: string;
  role: Role;
  speaks: string[];
  /** The teams they are put into and taken out of. */
  teams: ListChange;
  capacity: Partial<Record<Channel, number>>;
  cover: string;
  phone: string;
  queues: { every: boolean; only: Record<string, Role> };
};

export function draftOf(person: Colleague): PersonDraft {
  return {
    name: person.name,
    role: highest(person.roles),
    speaks: [...person.speaks].sort(),
    teams: noChange,
    capacity: person.capacity,
    cover: person.cover ?? "",
    phone: person.phone ?? "",
    queues: { every: person.queues?.every ?? true, only: person.queues?.only ?? {} },
  };
}

/** What the draft would change of the person; nothing of what only administrators may. */
export function changeOf(before: PersonDraft, after: PersonDraft, administrator: boolean): PersonChange {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return {
    ...(administrator && after.name.trim() !== before.name ? { name: after.name.trim() } : {}),
    ...(administrator && after.role !== before.role ? { roles: [after.role] } : {}),
    ...(administrator && !same([...after.speaks].sort(), before.speaks) ? { speaks: after.speaks } : {}),
    ...(administrator && !same(queuesOf(after.queues, after.role), queuesOf(before.queues, before.role))
      ? { queues: queuesOf(after.queues, after.role) }
      : {}),
    ...(same(after.capacity, before.capacity) ? {} : { capacity: after.capacity }),
    ...(administrator && after.phone.trim() !== before.phone ? { phone: after.phone.trim() } : {}),
    ...(after.cover === before.cover ? {} : { cover: after.cover }),
  };
}

export function teamsOf(person: Colleague, teams: readonly Team[]): string[] {
  return teams.filter((team) => team.members.includes(person.id)).map((team) => team.id);
}

/** Where they work, as it is sent: the same however it was chosen. */
export function queuesOf(queues: PersonDraft["queues"], role: Role): PersonChange["queues"] {
  if (queues.every) return { every: true };
  // Nobody is more in a queue than they are at all.
  const at = Object.entries(queues.only).map(([id, there]): [string, Role] => [id, role === "agent" ? "agent" : there]);
  return { every: false, only: Object.fromEntries(at.sort(([left], [right]) => (left < right ? -1 : 1))) };
}

/** Whether somebody would no longer work in a queue in which they do. */
export function losesQueue(before: PersonDraft, after: PersonDraft): boolean {
  if (after.queues.every || after.role === "administrator") return false;
  return before.queues.every || Object.keys(before.queues.only).some((id) => after.queues.only[id] === undefined);
}
