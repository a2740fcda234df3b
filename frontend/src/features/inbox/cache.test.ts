import { expect, it } from "vitest";
import { World } from "../../testing/mock/world.ts";
import { type ViewName, viewNames } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";
import { applyToCounts, applyToList, itemsOf, type ListData, loaded } from "./cache.ts";

function fetched(world: World, view: ViewName, size: number): ListData {
  const all = world.list(view);
  const items = all.slice(0, size);
  const next = size < all.length ? String(size) : null;
  return { pages: [loaded({ items, next, live: world.live, said: null, whole: null })], pageParams: [null] };
}

const views: ViewName[] = [...viewNames, "queue:orders", "queue:billing"];

/** Everything that happens in an inbox, in one order. */
function aDay(world: World) {
  world.receive("k-eva", "And one more thing");
  world.assign("t-lieke", "p-lotte");
  world.arrive("Sanne de Boer", "Is de winkel zondag open?");
  world.settle("t-daan", "resolved");
  world.send("k-youssef", { channel: "whatsapp", topic: "t-youssef", text: "Yes", clientId: "1" });
  world.assign("t-annemarie", null);
  world.rename("t-wouters", "Factuur");
  world.settle("t-eva-invoice", "open");
  world.assign("t-eva", "p-fatima");
  world.snooze("t-ruben", "2026-06-12T07:00:00Z");
  world.snooze("t-emma", "2026-06-11T14:00:00Z");
  world.read("t-leiden");
  world.moveTopic("t-wouters", { id: "orders", name: "Orders", names: {} }, "");
  world.moveTopic("t-hanneke", { id: "warehouse", name: "Warehouse", names: {} }, "Look on shelf 4");
}

function changesOf(world: World, during: () => void): Change[] {
  const changes: Change[] = [];
  const stop = world.listen((frame) => changes.push(...frame.changes));
  during();
  stop();
  return changes;
}

it.each(views)("changes applied to the old %s list equal the fresh list", (view) => {
  const world = new World();
  const old = fetched(world, view, 50);
  const changes = changesOf(world, () => aDay(world));
  const applied = changes.reduce((data, change) => applyToList(data, change, view), old);
  expect(itemsOf(applied)).toEqual(world.list(view));
});

it.each(views)("changes applied twice to %s change nothing more", (view) => {
  const world = new World();
  const old = fetched(world, view, 50);
  const changes = changesOf(world, () => aDay(world));
  const twice = [...changes, ...changes].reduce((data, change) => applyToList(data, change, view), old);
  expect(itemsOf(twice)).toEqual(world.list(view));
});

it("a list with further pages stays the beginning of the fresh list", () => {
  const world = new World();
  const old = fetched(world, "all", 6);
  const changes = changesOf(world, () => aDay(world));
  const items = itemsOf(changes.reduce((data, change) => applyToList(data, change, "all"), old));
  expect(items.length).toBeGreaterThan(1);
  expect(items).toEqual(world.list("all").slice(0, items.length));
});

it("a topic between the last row left and the end of what was loaded is not lost", () => {
  const world = new World();
  const [first, second, third] = world.list("all");
  if (!first || !second || !third) throw new Error("the mock world is empty");
  const old = fetched(world, "all", 3);
  const rest = applyToList(old, { type: "removed", topic: third.topic.id }, "all");
  const between = { ...second, topic: { ...second.topic, id: "t-between" }, order: `${third.order.slice(0, -1)}0` };
  const items = itemsOf(applyToList(rest, { type: "topic", item: between, views: ["all"] }, "all"));
  expect(items.map((item) => item.topic.id)).toEqual([first.topic.id, second.topic.id, "t-between"]);
});

it("a topic that is no longer visible leaves every list", () => {
  const world = new World();
  const after = applyToList(fetched(world, "all", 50), { type: "removed", topic: "t-eva" }, "all");
  expect(itemsOf(after).map((item) => item.topic.id)).not.toContain("t-eva");
});

it("counts are replaced by the pushed ones", () => {
  const world = new World();
  const old = { ...world.counts(), live: world.live };
  const changes = changesOf(world, () => aDay(world));
  const { live: _, ...applied } = changes.reduce(applyToCounts, old);
  expect(applied).toEqual(world.counts());
});
