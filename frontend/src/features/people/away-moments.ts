/** When people mean to be back, in the order a menu offers them. */
export type AwayMoment = { name: "quarter" | "half" | "hour" | "tomorrow" | "monday"; at: Date };

const minute = 60_000;

function morning(from: Date, days: number): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, 9);
}

/** Rounded up to five minutes: nobody is back at 13:07. */
function soon(from: Date, minutes: number): Date {
  return new Date(Math.ceil((from.getTime() + minutes * minute) / (5 * minute)) * 5 * minute);
}

export function awayMoments(now: Date): AwayMoment[] {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { name: "quarter", at: soon(now, 15) },
    { name: "half", at: soon(now, 30) },
    { name: "hour", at: soon(now, 60) },
    { name: "tomorrow", at: morning(now, 1) },
    ...(toMonday > 1 ? [{ name: "monday" as const, at: morning(now, toMonday) }] : []),
  ];
}
