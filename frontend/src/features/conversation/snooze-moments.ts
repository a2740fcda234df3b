export type SnoozeMoment = { name: "afternoon" | "hours" | "tomorrow" | "monday"; at: Date };

const morning = 9;
const afternoon = 14;

/** The moments offered for a snooze, soonest first, each once: on a Sunday tomorrow is the next Monday. */
export function snoozeMoments(now: Date): SnoozeMoment[] {
  const on = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const today: SnoozeMoment =
    now.getHours() < afternoon - 1
      ? { name: "afternoon", at: on(0, afternoon) }
      : { name: "hours", at: quarter(new Date(now.getTime() + 2 * 3_600_000)) };
  return [
    today,
    { name: "tomorrow", at: on(1, morning) },
    ...(toMonday === 1 ? [] : [{ name: "monday" as const, at: on(toMonday, morning) }]),
  ];
}

/** Rounded up to a quarter of an hour. */
function quarter(at: Date): Date {
  const step = 15 * 60_000;
  return new Date(Math.ceil(at.getTime() / step) * step);
}
