/** Where a topic stood when it was opened: what came before it and after it. */
export type Place = { topic: string; before: string[]; after: string[] };

export function placeOf(rows: string[], topic: string): Place {
  const at = rows.indexOf(topic);
  return { topic, before: rows.slice(0, Math.max(0, at)), after: rows.slice(at + 1) };
}

/**
 * The next topic in a direction. Whoever is answered or resolved leaves their place; then the walk goes on from where
 * they stood, and not from where they went.
 */
export function step(rows: string[], selected: string | null, place: Place | null, by: 1 | -1): string | undefined {
  const at = selected === null ? -1 : rows.indexOf(selected);
  if (place && place.topic === selected && hasLeft(rows, at, place)) {
    const here = new Set(rows);
    return by === 1 ? place.after.find((id) => here.has(id)) : place.before.findLast((id) => here.has(id));
  }
  return rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))];
}

function hasLeft(rows: string[], at: number, { before, after }: Place): boolean {
  if (at < 0) return true;
  const below = new Set(rows.slice(at + 1));
  const above = new Set(rows.slice(0, at));
  return after.some((id) => above.has(id)) || before.some((id) => below.has(id));
}
