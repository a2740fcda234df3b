import type { PromiseState } from "../../types/promise.ts";

const radius = 5.25;
const round = 2 * Math.PI * radius;
/** A whole ring: a working day or more. */
const whole = 8 * 3_600_000;

type RingProps = { state: PromiseState; dueAt: string; now: number };

/**
 * A ring whose arc is the time left: equal arcs are equal times, whatever was promised. Late is a filled mark, kept a
 * tick. It always stands beside the word, which says the same.
 */
export function Ring({ state, dueAt, now }: RingProps) {
  const left = Math.max(0.04, Math.min(1, (Date.parse(dueAt) - now) / whole));
  return (
    <svg className={`ring ${state}`} viewBox="0 0 14 14" aria-hidden="true">
      {state === "late" ? (
        <>
          <circle className="full" cx="7" cy="7" r="6.25" />
          <path className="bang" d="M7 3.8v3.6M7 9.9v.2" />
        </>
      ) : state === "open" || state === "due-soon" ? (
        <>
          <circle className="rest" cx="7" cy="7" r={radius} />
          <circle
            className="arc"
            cx="7"
            cy="7"
            r={radius}
            strokeDasharray={`${left * round} ${round}`}
            transform="rotate(-90 7 7)"
          />
        </>
      ) : (
        <>
          <circle className="rest" cx="7" cy="7" r={radius} />
          {state === "released" ? null : <path className="tick" d="m4.6 7.2 1.7 1.6 3.1-3.4" />}
        </>
      )}
    </svg>
  );
}
