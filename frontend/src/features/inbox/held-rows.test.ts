import { expect, it } from "vitest";
import { World } from "../../testing/mock/world.ts";
import type { InboxItem } from "../../types/api.ts";
import { type Held, hold, showAll } from "./held-rows.ts";

const none = new Set<string>();
const ids = (held: Held) => held.rows.map((row) => row.item.topic.id);
const nothingKnown = () => undefined;

function start() {
  const world = new World();
  return { world, held: showAll(world.list("unassigned"), 1) };
}

it("rows keep their place while the list is in use", () => {
  const { world, held } = start();
  const before = ids(held);
  world.read("t-lieke");
  world.arrive("Sanne", "Hallo");
  expect(ids(hold(held, world.list("unassigned"), nothingKnown, true, none, 2))).toEqual(before);
});

it("contents change in place", () => {
  const { world, held } = start();
  world.rename("t-lieke", "Kleed");
  const after = hold(held, world.list("unassigned"), nothingKnown, true, none, 2);
  expect(after.rows[0]?.item.topic.title).toBe("Kleed");
});

it("a new topic waits at the foot, with the moment it came", () => {
  const { world, held } = start();
  world.arrive("Sanne", "Hallo");
  const once = hold(held, world.list("unassigned"), nothingKnown, true, none, 1000);
  const later = hold(once, world.list("unassigned"), nothingKnown, true, none, 9000);
  expect(later.fresh.map((item) => item.customer.name)).toEqual(["Sanne"]);
  expect(later.since).toBe(1000);
});

it("a row that left stays, with what is known of it now", () => {
  const { world, held } = start();
  const taken = world.assign("t-lieke", "p-bram") as InboxItem;
  const after = hold(held, world.list("unassigned"), () => taken, true, none, 2);
  expect(after.rows[0]).toEqual({ item: taken, gone: true });
});

it("nothing is held back while nobody uses the list", () => {
  const { world, held } = start();
  world.assign("t-lieke", "p-bram");
  world.arrive("Sanne", "Hallo");
  const after = hold(held, world.list("unassigned"), nothingKnown, false, none, 2);
  expect(after).toEqual(showAll(world.list("unassigned"), 2));
});

it("a further page goes to the end and is not news", () => {
  const { world } = start();
  const all = world.list("all");
  const held = showAll(all.slice(0, 5), 1);
  const after = hold(held, all, nothingKnown, true, new Set(all.slice(5).map((item) => item.topic.id)), 2);
  expect(ids(after)).toEqual(all.map((item) => item.topic.id));
  expect(after.fresh).toEqual([]);
});
