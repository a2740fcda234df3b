import { expect, it } from "vitest";
import { World } from "../../testing/mock/world.ts";
import type { Entry } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";
import { applyToConversation, applyToEntries, type EntryData, entriesOf, lastWordsOf, loaded } from "./cache.ts";

const id = "k-eva";

function fetched(world: World, topic: string | null, size: number): EntryData {
  const all = entriesIn(world, topic).reverse();
  const items = all.slice(0, size);
  const next = size < all.length ? (items.at(-1)?.id ?? null) : null;
  return { pages: [loaded({ items, next, live: world.live })], pageParams: [null] };
}

function entriesIn(world: World, topic: string | null): Entry[] {
  return (world.entries.get(id) ?? []).filter((entry) => topic === null || entry.topic === topic);
}

function aTalk(world: World) {
  world.receive(id, "Are you there?");
  const sent = world.send(id, { channel: "email", topic: "t-eva", text: "Yes", clientId: "c-1" });
  world.update(id, sent.id, { delivery: "sent" });
  world.update(id, sent.id, { delivery: "delivered" });
  world.send(id, { topic: "t-eva", text: "She sounds tired", clientId: "c-2" });
  const gone = world.send(id, { channel: "email", topic: "t-eva", text: "Wrong one", clientId: "c-3" });
  world.update(id, gone.id, { delivery: "withdrawn", undoUntil: null });
  const stray = world.receive(id, "By the way, the invoice");
  if (stray) world.update(id, stray.id, { topic: "t-eva-invoice" });
  world.receive("k-daan", "Somebody else's words");
  world.settle("t-eva", "resolved");
  world.receive(id, "Wait");
}

function changesOf(world: World): Change[] {
  const changes: Change[] = [];
  const stop = world.listen((frame) => changes.push(...frame.changes));
  aTalk(world);
  stop();
  return changes;
}

it.each([null, "t-eva", "t-eva-invoice"])("changes applied to the old timeline of %s equal the fresh one", (topic) => {
  const world = new World();
  const old = fetched(world, topic, 500);
  const applied = changesOf(world).reduce((data, change) => applyToEntries(data, change, id, topic), old);
  expect(entriesOf(applied)).toEqual(entriesIn(world, topic));
});

it("applied to a page, they equal the newest part of the fresh timeline", () => {
  const world = new World();
  const old = fetched(world, null, 5);
  const applied = entriesOf(changesOf(world).reduce((data, change) => applyToEntries(data, change, id, null), old));
  expect(applied).toEqual(entriesIn(world, null).slice(-applied.length));
});

it("a change of an entry that is not loaded waits for its page", () => {
  const world = new World();
  const old = fetched(world, null, 5);
  const first = entriesIn(world, null)[0] as Entry;
  const change: Change = { type: "entry", conversation: id, entry: { ...first, delivery: "read" } };
  expect(entriesOf(applyToEntries(old, change, id, null))).toEqual(entriesOf(old));
});

it("changes applied twice or late change nothing more", () => {
  const world = new World();
  const old = fetched(world, null, 500);
  const changes = changesOf(world);
  const twice = [...changes, ...changes].reduce((data, change) => applyToEntries(data, change, id, null), old);
  expect(entriesOf(twice)).toEqual(entriesIn(world, null));
});

it("changes applied to the old head equal the fresh head", () => {
  const world = new World();
  const old = world.conversation(id);
  const changes = changesOf(world);
  const fresh = world.conversation(id);
  if (!old || !fresh) throw new Error("the mock world has no Eva");
  const applied = changes.reduce(applyToConversation, old);
  expect({ ...applied, live: "" }).toEqual({ ...fresh, live: "" });
});

it("a changed customer replaces the old one", () => {
  const world = new World();
  const head = world.conversation(id);
  if (!head) throw new Error("the mock world has no Eva");
  const customer = { ...head.customer, name: "Eva de Vries" };
  expect(applyToConversation(head, { type: "conversation", conversation: id, customer }).customer).toEqual(customer);
});

it("a message in tells when its address was last seen", () => {
  const world = new World();
  const head = world.conversation(id);
  const [newest] = fetched(world, null, 3).pages[0]?.items ?? [];
  const [identity] = head?.customer.identities ?? [];
  if (!head || !newest || !identity) throw new Error("The world has no Eva, or she has never written.");
  const at = "2099-11-26T10:00:05Z";
  const said: Entry = { ...newest, direction: "in", from: identity.value, at };
  const applied = applyToConversation(head, { type: "entry", conversation: id, entry: said });
  expect(applied.customer.identities[0]?.lastSeen).toBe(at);
  expect(applied.customer.identities.slice(1)).toEqual(head.customer.identities.slice(1));
});

it("an entry of a whole second stands in its place, though its time has fewer digits", () => {
  const world = new World();
  const data = fetched(world, null, 3);
  const [newest] = data.pages[0]?.items ?? [];
  if (!newest) throw new Error("The world has no entries.");
  const later: Entry = { ...newest, id: `${newest.id}1`, at: "2026-11-26T10:00:05.120Z" };
  const sooner: Entry = { ...newest, id: `${newest.id}0`, at: "2026-11-26T10:00:05Z" };
  const entry = (one: Entry): Change => ({ type: "entry", conversation: id, entry: one });
  const after = [later, sooner].reduce((all, one) => applyToEntries(all, entry(one), id, null), data);
  expect(
    entriesOf(after)
      .slice(-2)
      .map((one) => one.id),
  ).toEqual([sooner.id, later.id]);
});

it("a topic beside its conversation is, after its row changed, what a fresh conversation says of it", () => {
  const world = new World();
  const old = world.conversation(id);
  if (!old) throw new Error("Eva is not there.");
  const changes: Change[] = [];
  const stop = world.listen((frame) => changes.push(...frame.changes));
  const sent = world.send(id, { channel: "email", topic: "t-eva", text: "Yes", clientId: "c-1" });
  world.update(id, sent.id, { delivery: "failed" });
  stop();
  const row = world.list("all").find((item) => item.topic.id === "t-eva");
  if (!row) throw new Error("Her topic is not there.");
  changes.push({ type: "topic", item: { ...row, failed: true, channel: null }, views: ["all"] });

  const topic = changes.reduce(applyToConversation, old).topics.find((one) => one.id === "t-eva");
  expect(topic).toMatchObject({ previewBy: "agent", failed: true, channel: null });
  expect(Object.keys(topic ?? {}).sort()).toEqual(Object.keys(world.conversation(id)?.topics[0] ?? {}).sort());
});

it("what they wrote last is theirs, whatever we answered and noted since", () => {
  const world = new World();
  world.receive(id, "Any news about my lamp?");
  world.send(id, { channel: "email", topic: "t-eva", text: "We are looking", clientId: "c-1" });
  world.send(id, { topic: "t-eva", text: "She sounds tired", clientId: "c-2" });
  const data = fetched(world, null, 50);
  expect(lastWordsOf(data, "t-eva")).toBe("Any news about my lamp?");
  expect(lastWordsOf(data, "t-nowhere")).toBe("");
  expect(lastWordsOf(undefined, "t-eva")).toBe("");
});
