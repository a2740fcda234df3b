import type { Colleague, People } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";

const byName = (left: Colleague, right: Colleague) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

/** The people after one change: whoever changed stands in their place by name, whoever is new joins. */
export function applyToPeople(data: People, change: Change): People {
  if (change.type !== "person") return data;
  const others = data.items.filter((one) => one.id !== change.person.id);
  return { ...data, items: [...others, change.person].sort(byName) };
}
