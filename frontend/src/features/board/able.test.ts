import { expect, it } from "vitest";
import { people } from "../../testing/mock/cast.ts";
import type { Colleague, PersonPresence } from "../../types/api.ts";
import type { PersonLine } from "../../types/board.ts";
import { ableTo } from "./able.ts";

const subject = { topic: "t1", conversation: "c1", queue: "orders", assignee: "p-bram", row: "queue-orders" };
const [someone] = people;

function person(id: string, state: PersonPresence["state"], only?: Record<string, "agent" | "supervisor">): Colleague {
  return {
    ...(someone as Colleague),
    id,
    name: id,
    roles: ["agent"],
    presence: { state, reason: null, note: null, until: null, since: null },
    queues: only ? { every: false, only } : { every: true, only: null },
  };
}

const line = (id: string, busy: number, full = false): PersonLine => ({
  id,
  busy,
  full,
  load: [],
  elsewhere: false,
  waiting: 0,
  since: null,
});

it("who is there comes first, of them who has room, of them who has least", () => {
  const everybody = [
    person("away", "away"),
    person("full", "online"),
    person("free", "online"),
    person("busier", "online"),
    person("p-bram", "online"),
    person("elsewhere", "online", { billing: "agent" }),
  ];
  const lines = [line("full", 0.4, true), line("free", 0.1), line("busier", 0.7), line("away", 0)];
  expect(ableTo(subject, everybody, lines).map((one) => one.person.id)).toEqual(["free", "busier", "full", "away"]);
});
