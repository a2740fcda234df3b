import type { Opening } from "../../lib/use-opening.ts";

/** When people mean to be back, in the order a menu offers them. */
export type AwayMoment = { name: "quarter" | "half" | "hour" | "tomorrow" | "monday"; at: Date };

const minute = 60_000;

/** Rounded up to five minutes: nobody is back at 13:07. */
function soon(from: Date, minutes: number): Date {
  return new Date(Math.ceil((from.getTime() + minutes * minute) / (5 * minute)) * 5 * minute);
}

/** Mornings are those of their queue, each once: on a Friday both may be the same Monday. None is guessed. */
export function awayMoments(now: Date, tomorrow: Opening = null, monday: Opening = null): AwayMoment[] {
  return [
    { name: "quarter", at: soon(now, 15) },
    { name: "half", at: soon(now, 30) },
    { name: "hour", at: soon(now, 60) },
    ...(tomorrow ? [{ name: "tomorrow" as const, at: tomorrow.at }] : []),
    ...(monday && monday.at.getTime() > (tomorrow?.at.getTime() ?? 0)
      ? [{ name: "monday" as const, at: monday.at }]
      : []),
  ];
}
