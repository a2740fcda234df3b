import { minutesLong } from "../../lib/time.ts";
import type { Language } from "../../types/api.ts";
import type { RouteFigures } from "../../types/handover.ts";

export type Sums = Pick<RouteFigures, "offered" | "arrived" | "declined" | "expired" | "revoked" | "open">;

const nothing: Sums = { offered: 0, arrived: 0, declined: 0, expired: 0, revoked: 0, open: 0 };

/** The routes together. */
export function total(figures: readonly RouteFigures[]): Sums {
  return figures.reduce<Sums>(
    (sums, one) => ({
      offered: sums.offered + one.offered,
      arrived: sums.arrived + one.arrived,
      declined: sums.declined + one.declined,
      expired: sums.expired + one.expired,
      revoked: sums.revoked + one.revoked,
      open: sums.open + one.open,
    }),
    nothing,
  );
}

/**
 * Of a hundred offers that came to an end, how many the customer let go; nothing while none came to one. What one of us took
 * back says nothing about the customer.
 */
export function dropOff({ arrived, declined, expired }: Sums): number | null {
  const over = arrived + declined + expired;
  return over === 0 ? null : Math.round(((declined + expired) / over) * 100);
}

/** A time to arrive, as short as it can be said. It is told in powers of two of a second: nothing finer is true of it. */
export function arrivedWithin(seconds: number | null, language: Language): string {
  if (seconds === null) return "–";
  return seconds < 90 ? `${seconds} s` : minutesLong(Math.ceil(seconds / 60), language);
}
