import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { boardOf } from "../../testing/mock/board.ts";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

const queues = async () => within(await screen.findByRole("region", { name: /^Queues/ }));
const people = async () => within(await screen.findByRole("region", { name: /^People/ }));

it("one sentence says how it stands, and each queue has its line", async () => {
  app = await renderApp("/board");
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent(
    /^\w+ people are waiting, one of them for 5[12] min\.$/,
  );
  expect(screen.getByText(/One promise is late, two are due within the hour\./)).toBeInTheDocument();
  const orders = await (await queues()).findByRole("row", { name: /Orders & delivery/ });
  expect(orders).toHaveTextContent(/of 1 h/);
  expect(within(orders).getByRole("link", { name: "Orders & delivery" })).toHaveAttribute(
    "href",
    "/inbox/queue:orders",
  );
  expect((await people()).getByText("Fatima Aydin")).toBeInTheDocument();
});

it("what the server tells anew is on the board at once", async () => {
  app = await renderApp("/board");
  await screen.findByRole("region", { name: /^Queues/ });
  await waitFor(() => expect((app.world.watched as { board?: boolean }).board).toBe(true));
  const now = boardOf(app.world);
  app.world.emit({
    type: "board",
    board: { ...now, queues: now.queues.map((one) => ({ ...one, waiting: 0, longest: null })) },
  });
  expect(await screen.findByRole("heading", { name: "Nobody is waiting.", level: 1 })).toBeInTheDocument();
});

it("a supervisor reads along by key, and nothing counts as read by it", async () => {
  app = await renderApp("/board");
  const { user } = app;
  const risks = within(await screen.findByRole("region", { name: /^Answers at risk/ }));
  await user.click((await risks.findAllByRole("listitem"))[0] as HTMLElement);
  expect(screen.getByRole("toolbar")).toBeInTheDocument();
  const unread = [...app.world.topics.values()].filter((one) => one.unread).length;
  await user.keyboard("l");
  const dialog = within(await screen.findByRole("dialog", { name: "Read along" }));
  expect(await dialog.findByRole("feed")).toBeInTheDocument();
  expect(dialog.queryByRole("textbox")).toBeNull();
  expect([...app.world.topics.values()].filter((one) => one.unread)).toHaveLength(unread);
});

it("a row is opened by key, and what floats above the board closes by Escape alone", async () => {
  app = await renderApp("/board");
  const { user, world } = app;
  const topic = boardOf(world).queues.find((one) => one.id === "orders")?.longest;
  const row = await (await queues()).findByRole("row", { name: /Orders & delivery/ });
  await user.click(row);
  await user.keyboard("l");
  const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
  (await screen.findByRole("dialog", { name: "Read along" })).dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  expect(screen.getByRole("toolbar")).toBeInTheDocument();
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Close" }));
  await user.click(row);
  await user.keyboard("o");
  expect(await screen.findByRole("feed")).toBeInTheDocument();
  expect(topic).toBeTruthy();
  expect(screen.queryByRole("region", { name: /^Queues/ })).toBeNull();
});

it("a topic is taken over with one key, and given to somebody with two", async () => {
  app = await renderApp("/board");
  const { user, world } = app;
  const row = await (await queues()).findByRole("row", { name: /Orders & delivery/ });
  const topic = boardOf(world).queues.find((one) => one.id === "orders")?.longest?.topic ?? "";
  world.assign(topic, "p-fatima");
  await user.click(row);
  await user.keyboard("i");
  await waitFor(() => expect(world.topics.get(topic)?.topic.assignee).toBe(me.id));
  await user.click(row);
  await user.keyboard("t");
  const dialog = within(await screen.findByRole("dialog", { name: "Reassign to" }));
  await user.click(await dialog.findByRole("button", { name: /Fatima Aydin/ }));
  await waitFor(() => expect(world.topics.get(topic)?.topic.assignee).toBe("p-fatima"));
});

it("Enter gives the topic to the choice that has the focus, and presses a button where one has it: it opens no row", async () => {
  app = await renderApp("/board");
  const { user, world } = app;
  const row = await (await queues()).findByRole("row", { name: /Orders & delivery/ });
  const topic = boardOf(world).queues.find((one) => one.id === "orders")?.longest?.topic ?? "";
  await user.click(row);
  await user.keyboard("t");
  const dialog = within(await screen.findByRole("dialog", { name: "Reassign to" }));
  const [choice] = dialog.getAllByRole("button").filter((one) => one.closest("li"));
  expect(choice).toHaveFocus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const chosen = world.people.find((one) => choice?.textContent?.startsWith(one.name));
  expect(world.topics.get(topic)?.topic.assignee).toBe(chosen?.id);

  await user.click(row);
  act(() => screen.getByRole("button", { name: "Fatima Aydin" }).focus());
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("dialog", { name: "Fatima Aydin" })).toBeInTheDocument();
});

it("who reassigns sees how everybody stands and how much they have, the best choice first", async () => {
  app = await renderApp("/board", (fresh) => {
    fresh.people = fresh.people.map((one) =>
      ["p-noor", "p-fatima"].includes(one.id)
        ? { ...one, online: true, presence: { ...one.presence, state: "online", reason: null, until: null } }
        : one,
    );
  });
  const { user, world } = app;
  const row = await (await queues()).findByRole("row", { name: /Orders & delivery/ });
  await waitFor(() => expect((world.watched as { board?: boolean }).board).toBe(true));
  const now = boardOf(world);
  const topic = now.queues.find((one) => one.id === "orders")?.longest?.topic ?? "";
  world.assign(topic, me.id);
  const [free, full] = ["p-noor", "p-fatima"].map((id) => world.people.find((one) => one.id === id));
  const line = (id: string | undefined, busy: number, open: number) => ({
    id: id ?? "",
    busy,
    full: busy >= 1,
    load: open > 0 ? [{ channel: "email" as const, open, most: 12 }] : [],
    elsewhere: false,
    waiting: 0,
    since: null,
  });
  world.emit({ type: "board", board: { ...now, people: [line(full?.id, 1, 12), line(free?.id, 0.2, 2)] } });
  await user.click(row);
  await user.keyboard("t");
  const dialog = within(await screen.findByRole("dialog", { name: "Reassign to" }));
  const choices = dialog.getAllByRole("button").filter((one) => one.closest("li"));
  expect(choices.slice(0, 2).map((one) => one.textContent)).toEqual([
    `${free?.name}Email 2 of 12here`,
    `${full?.name}Email 12 of 12fullhere`,
  ]);
  expect(choices.at(-1)).toHaveTextContent(/not here|until|lunch|ill/);
});

it("whoever has room on a channel is not full, however much they have", async () => {
  app = await renderApp("/board");
  await screen.findByRole("region", { name: /^People/ });
  await waitFor(() => expect((app.world.watched as { board?: boolean }).board).toBe(true));
  const now = boardOf(app.world);
  const tell = (full: boolean) =>
    app.world.emit({
      type: "board",
      board: { ...now, people: now.people.map((one) => ({ ...one, busy: 1.2, full })) },
    });
  tell(true);
  expect((await (await people()).findAllByText("full")).length).toBeGreaterThan(0);
  tell(false);
  await waitFor(async () => expect((await people()).queryByText("full")).toBeNull());
});

it("whoever is busy in queues one does not watch over says so, without what lies there", async () => {
  app = await renderApp("/board");
  await screen.findByRole("region", { name: /^People/ });
  await waitFor(() => expect((app.world.watched as { board?: boolean }).board).toBe(true));
  const now = boardOf(app.world);
  const tell = (load: (typeof now.people)[number]["load"]) =>
    app.world.emit({
      type: "board",
      board: {
        ...now,
        people: now.people.map((one) => (one.id === "p-fatima" ? { ...one, load, busy: 0.8, elsewhere: true } : one)),
      },
    });
  const fatima = async () => (await people()).getByRole("row", { name: /Fatima Aydin/ });
  tell([{ channel: "email", open: 2, most: 12 }]);
  await waitFor(async () => expect(await fatima()).toHaveTextContent("Email 2 of 12, more in other queues"));
  tell([]);
  await waitFor(async () => expect(await fatima()).toHaveTextContent("in other queues only"));
});

it("the topic of a promise is taken from whoever has it, not from whoever promised", async () => {
  app = await renderApp("/board");
  const { user, world } = app;
  const promise = boardOf(world).promises.items[0];
  world.assign(promise?.topic ?? "", "p-bram");
  await waitFor(() => expect((world.watched as { board?: boolean }).board).toBe(true));
  const now = boardOf(world);
  const items = now.promises.items.map((one) => ({ ...one, owner: me.id, ownerName: me.name }));
  world.emit({ type: "board", board: { ...now, promises: { ...now.promises, items } } });
  const risks = within(await screen.findByRole("region", { name: /^Promises, nearest/ }));
  await user.click((await risks.findAllByText(new RegExp(promise?.action ?? "")))[0] as HTMLElement);
  await user.keyboard("i");
  await waitFor(() => expect(world.topics.get(promise?.topic ?? "")?.topic.assignee).toBe(me.id));
});

it("somebody’s absence is said from the board", async () => {
  app = await renderApp("/board");
  const { user, world } = app;
  await user.click(await (await people()).findByRole("button", { name: "Fatima Aydin" }));
  await user.click(await screen.findByRole("button", { name: "Is away…" }));
  await user.click(screen.getByRole("radio", { name: "ill" }));
  await user.click(screen.getByRole("button", { name: "Say so" }));
  await waitFor(() => expect(world.people.find((one) => one.id === "p-fatima")?.presence.reason).toBe("ill"));
  await user.selectOptions(screen.getByLabelText("Takes over when away or gone"), "person:p-bram");
  await waitFor(() => expect(world.people.find((one) => one.id === "p-fatima")?.cover).toBe("person:p-bram"));
});

it("on a wall nothing is there to press, and Escape leads back", async () => {
  app = await renderApp("/board?wall");
  await waitFor(() => expect((app.world.watched as { wall?: boolean }).wall).toBe(true));
  expect(app.world.subscribed.wall).toBe("true");
  await screen.findByRole("region", { name: /^Queues/ });
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
  await app.user.keyboard("{Escape}");
  expect(await screen.findByRole("navigation", { name: "Views" })).toBeInTheDocument();
});

it("an agent has no board", async () => {
  app = await renderApp("/board", () => {
    me.roles = ["agent"];
  });
  expect(await screen.findByRole("link", { name: "To the inbox" })).toBeInTheDocument();
  expect(screen.queryByRole("region", { name: /^Queues/ })).toBeNull();
});
