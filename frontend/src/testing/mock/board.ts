import { HttpResponse, http, type RequestHandler } from "msw";
import type { Board, Promised } from "../../types/board.ts";
import type { World } from "./world.ts";

const wave = (base: number, lift: number) =>
  Array.from({ length: 24 }, (_, index) => Math.max(0, Math.round(base + Math.sin(index / 3) * 1.5 + index * lift)));
const sum = (values: number[]) => values.slice(-12).reduce((all, one) => all + one, 0);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** The board of a world, as the server would read it; what a world does not hold is made up, the same each time. */
export function boardOf(world: World): Board {
  const open = world.list("all");
  const queues = world.queues.items.map((queue, index) => {
    const mine = open.filter((item) => item.topic.queue === queue.id);
    const waiting = mine.filter((item) => item.topic.waitingSince);
    const first = waiting[0];
    const target = [null, 60, 20][index % 3] ?? null;
    const began = wave(3 - index, index === 1 ? 0.15 : 0);
    const answered = wave(3 - index, 0);
    return {
      id: queue.id,
      name: queue.name,
      names: queue.names,
      automatic: index > 0,
      open: mine.length,
      waiting: waiting.length,
      late: mine.filter((item) => item.topic.target?.state === "late").length,
      soon: mine.filter((item) => item.topic.target?.state === "soon").length,
      longest: first?.topic.waitingSince
        ? {
            topic: first.topic.id,
            conversation: first.conversation,
            since: first.topic.waitingSince,
            dueAt: target ? new Date(Date.parse(first.topic.waitingSince) + target * 60_000).toISOString() : null,
            assignee: first.topic.assignee,
          }
        : null,
      target,
      staffed: 3 - index,
      began,
      answered,
      beganLastHour: sum(began),
      answeredLastHour: sum(answered),
    };
  });
  return {
    queues,
    people: world.people
      .filter((person) => person.active)
      .map((person) => {
        const mine = open.filter((item) => item.topic.assignee === person.id);
        const waits = mine.filter((item) => item.topic.waitingSince);
        return {
          id: person.id,
          busy: mine.length / 4,
          full: mine.length >= 12,
          load: mine.length > 0 ? [{ channel: "email" as const, open: mine.length, most: 12 }] : [],
          elsewhere: false,
          waiting: waits.length,
          since: waits[0]?.topic.waitingSince ?? null,
        };
      }),
    atRisk: open
      .filter((item) => item.topic.waitingSince)
      .slice(0, 3)
      .map((item, index) => ({
        topic: item.topic.id,
        conversation: item.conversation,
        title: item.topic.title,
        customer: item.customer.name,
        channel: item.channel,
        queue: item.topic.queue ?? "main",
        assignee: item.topic.assignee,
        assigneeName: item.topic.assigneeName,
        since: item.topic.waitingSince ?? "",
        dueAt: inMinutes([-14, 6, 19][index] ?? 30),
        state: index === 0 ? ("late" as const) : ("soon" as const),
      })),
    promises: promisesOf(world),
  };
}

const words: [string, number][] = [
  ["Je hoort van me over je lamp bij de werkplaats", -12],
  ["You’ll hear from me about the signature", 18],
  ["Ik bel je terug over de montage", 42],
  ["I’ll confirm your new delivery slot", 78],
  ["Je hoort of de stof op voorraad is", 84],
  ["I look up what became of the parcel", 150],
  ["Ik kom terug op de factuur", 231],
];

function promisesOf(world: World) {
  const open = world.list("all");
  const staff = world.people.filter((person) => person.active);
  const items = words.flatMap(([action, minutes], index): Promised[] => {
    const item = open[index % Math.max(1, open.length)];
    const owner = staff[index % 3];
    if (!item || !owner) return [];
    return [
      {
        id: `pr-${index}`,
        state: minutes < 0 ? "late" : minutes < 60 ? "due-soon" : "open",
        dueAt: inMinutes(minutes),
        sentence: action,
        action,
        channel: item.channel ?? "email",
        owner: owner.id,
        ownerName: owner.name,
        topic: item.topic.id,
        title: item.topic.title,
        conversation: item.conversation,
        customer: item.customer.name,
        queue: item.topic.queue ?? "main",
        assignee: item.topic.assignee,
      },
    ];
  });
  return { late: 1, soon: 2, later: items.length - 3, items };
}

export function boardHandlers(world: World): RequestHandler[] {
  return [http.get("/api/v1/board", () => HttpResponse.json({ board: boardOf(world), live: world.live }))];
}
