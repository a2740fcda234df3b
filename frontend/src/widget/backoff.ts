const FIRST = 500;
const LONGEST = 30_000;

/** Milliseconds to wait before try number `attempt` (0 is the first retry): doubling, capped, half of it jitter. */
export function backoff(attempt: number, random: number): number {
  const span = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
  return Math.round(span / 2 + (span / 2) * random);
}
