import type { OpenSpan } from "../../types/promise.ts";

/** A stretch of the ruler, in parts of its whole length; closed hours take a fixed little room. */
export type Stretch = { from: number; to: number; open: boolean; begins: number; ends: number };

/** Closed time says that it is there; open time is what there is to work in. */
const closedAs = 45 * 60_000;

/**
 * Lays out the time from now to a little past the promised moment: open hours as long as they are, closed ones short.
 *
 * Answers the stretches, and where a moment stands between 0 and 1.
 */
export function layOutRuler(now: number, until: number, open: OpenSpan[]) {
  const stretches: { begins: number; ends: number; open: boolean }[] = [];
  let at = now;
  for (const span of open) {
    const begins = Math.max(now, Date.parse(span.from));
    const ends = Math.min(until, Date.parse(span.to));
    if (ends <= at || begins >= until) continue;
    if (begins > at) stretches.push({ begins: at, ends: begins, open: false });
    stretches.push({ begins: Math.max(begins, at), ends, open: true });
    at = ends;
  }
  if (at < until) stretches.push({ begins: at, ends: until, open: false });
  const lengthOf = (one: { begins: number; ends: number; open: boolean }) =>
    one.open ? one.ends - one.begins : Math.min(closedAs, one.ends - one.begins);
  const whole = stretches.reduce((sum, one) => sum + lengthOf(one), 0) || 1;
  let before = 0;
  const laid = stretches.map((one): Stretch => {
    const from = before / whole;
    before += lengthOf(one);
    return { ...one, from, to: before / whole };
  });
  const place = (moment: number): number | null => {
    const found = laid.find((one) => moment >= one.begins && moment <= one.ends);
    if (!found) return null;
    const part = found.ends === found.begins ? 0 : (moment - found.begins) / (found.ends - found.begins);
    return found.from + part * (found.to - found.from);
  };
  return { stretches: laid, place };
}
