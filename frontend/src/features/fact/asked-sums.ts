import type { AskedDay, AskedFigure, AskedSums } from "../../types/fact.ts";

type Dimension = AskedFigure["dimension"];

/** What is looked at: everything, or one channel, queue or team. */
export type Looked = { dimension: Dimension; id: string } | null;

const none: AskedSums = { asked: 0, repeated: 0 };

function plus(one: AskedSums, other: AskedSums): AskedSums {
  return { asked: one.asked + other.asked, repeated: one.repeated + other.repeated };
}

/** Every answer leaves by one channel, so the channels together are the whole. */
function counts(figure: AskedFigure, looked: Looked): boolean {
  return looked ? figure.dimension === looked.dimension && figure.id === looked.id : figure.dimension === "channel";
}

/** The sums of a day. */
export function sumOf(figures: AskedFigure[], looked: Looked): AskedSums {
  return figures.filter((one) => counts(one, looked)).reduce(plus, none);
}

export function totalOf(days: AskedDay[], looked: Looked): AskedSums {
  return days.map(({ figures }) => sumOf(figures, looked)).reduce(plus, none);
}

/** The sums of each channel, queue or team: where most was asked again first. */
export function partsOf(days: AskedDay[], dimension: Dimension): { id: string; sums: AskedSums }[] {
  const sums = new Map<string, AskedSums>();
  for (const { figures } of days)
    for (const figure of figures)
      if (figure.dimension === dimension) sums.set(figure.id, plus(sums.get(figure.id) ?? none, figure));
  return [...sums]
    .map(([id, one]) => ({ id, sums: one }))
    .sort((left, right) => right.sums.repeated - left.sums.repeated || right.sums.asked - left.sums.asked);
}

/** Of the questions that asked for something, how many asked for what was known. */
export function rateOf({ asked, repeated }: AskedSums): string {
  return asked === 0 ? "–" : `${Math.round((repeated / asked) * 100)} %`;
}
