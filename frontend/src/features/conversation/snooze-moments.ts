import type { Opening } from "../../lib/use-opening.ts";

/** `opening` is what tomorrow morning comes to where nobody is there then. */
export type SnoozeMoment = { name: "afternoon" | "hours" | "tomorrow" | "opening" | "monday"; at: Date };

const morning = 9;
const afternoon = 14;

/**
 * The moments offered for a snooze, soonest first, each once: on a Sunday tomorrow is the next Monday. Mornings are those of
 * the queue, which may begin later, or not at all on that day.
 */
export function snoozeMoments(now: Date, tomorrow: Opening = null, monday: Opening = null): SnoozeMoment[] {
  const on = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const today: SnoozeMoment =
    now.getHours() < afternoon - 1
      ? { name: "afternoon", at: on(0, afternoon) }
      : { name: "hours", at: quarter(new Date(now.getTime() + 2 * 3_600_000)) };
  const first = tomorrow?.at ?? on(1, morning);
  const next = monday?.at ?? on(toMonday, morning);
  return [
    today,
    { name: tomorrow?.closed ? "opening" : "tomorrow", at: first },
    ...(toMonday === 1 || next.getTime() <= first.getTime() ? [] : [{ name: "monday" as const, at: next }]),
  ];
}

/** Rounded up to a quarter of an hour. */
function quarter(at: Date): Date {
  const step = 15 * 60_000;
  return new Date(Math.ceil(at.getTime() / step) * step);
}
