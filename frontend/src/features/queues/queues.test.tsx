import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { me } from "../../testing/mock/cast.ts";
import { whole } from "../../testing/mock/queues.ts";
import { renderApp } from "../../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

const queue = (id: string) => {
  const found = app.world.queues.items.find((one) => one.id === id);
  return found && whole(found);
};
const dialog = () => within(screen.getByRole("dialog"));

it("a queue is added with a rule, targets and its way of giving out", async () => {
  app = await renderApp("/admin/queues");
  const { user } = app;
  await screen.findByRole("link", { name: "Invoices" });
  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Returns");
  await user.type(screen.getByLabelText("Name in Dutch, if it is another one"), "Retouren");
  await user.click(screen.getByRole("button", { name: "Add a rule" }));
  await user.type(screen.getByLabelText("With one of these words"), "return*, send back");
  await user.click(await screen.findByRole("checkbox", { name: "SMS" }));
  await user.type(screen.getByLabelText(/^The first/), "90");
  await user.click(screen.getByRole("radio", { name: "By itself" }));
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  expect(await screen.findByRole("heading", { name: "Returns", level: 1 })).toBeInTheDocument();
  expect(queue("returns")).toMatchObject({
    names: { nl: "Retouren" },
    position: 3,
    automatic: true,
    targets: { first: 90, next: null, warn: null },
    rules: [{ accounts: ["sms-main"], brands: [], languages: [], words: ["return*", "send back"] }],
  });
});

it("queues are asked in another order after one is moved", async () => {
  app = await renderApp("/admin/queues");
  await app.user.click(await screen.findByRole("button", { name: "Move Invoices up" }));
  await waitFor(() => expect(app.world.queues.items.map((one) => one.id)).toEqual(["main", "billing", "orders"]));
});

it("what somebody else changed meanwhile is not overwritten", async () => {
  app = await renderApp("/admin/queues/billing");
  const { user, world } = app;
  const name = await screen.findByLabelText("Name");
  world.queues = { ...world.queues, items: world.queues.items.map((one) => ({ ...one, version: one.version + 1 })) };
  await user.type(name, " and more");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/Somebody else changed this meanwhile/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /Undo the changes/ }));
  expect(screen.getByLabelText("Name")).toHaveValue("Invoices");
});

it("what somebody else changed meanwhile is read, and what was changed here can be saved over it", async () => {
  app = await renderApp("/admin/queues/billing");
  const { user, world } = app;
  const name = await screen.findByLabelText("Name");
  world.queues = {
    ...world.queues,
    items: world.queues.items.map((one) => ({ ...one, version: one.version + 1, automatic: true })),
  };
  await user.type(name, " and more");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole("radio", { name: "By itself" })).toBeChecked());
  expect(screen.getByLabelText("Name")).toHaveValue("Invoices and more");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(queue("billing")).toMatchObject({ name: "Invoices and more", automatic: true }));
});

it("switching a queue off saves nothing else and loses nothing", async () => {
  app = await renderApp("/admin/queues/billing");
  const { user } = app;
  await user.type(await screen.findByLabelText("Name"), " and more");
  await user.click(screen.getByRole("button", { name: "Switch it off…" }));
  await user.click(dialog().getByRole("button", { name: "Switch it off" }));
  await waitFor(() => expect(queue("billing")?.active).toBe(false));
  expect(queue("billing")?.name).toBe("Invoices");
  expect(screen.getByLabelText("Name")).toHaveValue("Invoices and more");
});

it("a queue whose calendar is gone shows the default one, and another can be chosen", async () => {
  app = await renderApp("/admin/queues/billing", (world) => {
    world.queues = {
      ...world.queues,
      items: world.queues.items.map((one) => (one.id === "billing" ? { ...one, calendar: "gone" } : one)),
    };
  });
  await waitFor(() => expect(screen.getByRole("combobox", { name: /hours/i })).toHaveValue("default"));
});

it("a queue is switched off after a question that says what becomes of it, and on again", async () => {
  app = await renderApp("/admin/queues/billing");
  const { user } = app;
  await user.click(await screen.findByRole("button", { name: "Switch it off…" }));
  expect(dialog().getByText(/stays there until it is resolved/)).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Switch it off" }));
  await waitFor(() => expect(queue("billing")?.active).toBe(false));
  await user.click(await screen.findByRole("button", { name: "Switch it on again" }));
  await waitFor(() => expect(queue("billing")?.active).toBe(true));
});

it("the main queue cannot be switched off", async () => {
  app = await renderApp("/admin/queues/main");
  expect(await screen.findByText(/cannot be switched off/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Switch it off/ })).toBeNull();
});

it("a calendar’s hours are typed as they are said, and tried before they are saved", async () => {
  app = await renderApp("/admin/calendars/default");
  const { user, world } = app;
  const monday = await screen.findByLabelText(/^Monday/);
  expect(monday).toHaveValue("09:00–17:30");
  expect(await screen.findByText(/“in 2 working hours” from now is Thursday/)).toBeInTheDocument();
  await user.clear(monday);
  await user.type(monday, "9 - ");
  expect(screen.getByText("Say it as 9-17:30")).toBeInTheDocument();
  await user.type(monday, "12, 13-17");
  await user.click(screen.getByRole("button", { name: "Tuesday to Friday as Monday" }));
  await user.click(screen.getByRole("button", { name: "Take away" }));
  await user.keyboard("{Control>}s{/Control}");
  const spans = [
    { from: "09:00", until: "12:00" },
    { from: "13:00", until: "17:00" },
  ];
  await waitFor(() => expect(world.calendars?.[0]?.calendar.week.friday).toEqual(spans));
  expect(world.calendars?.[0]?.calendar.days).toEqual([]);
  expect(world.calendars?.[0]?.calendar.week.saturday).toEqual([]);
});

it("what somebody else changed of a calendar meanwhile loses nothing that was typed", async () => {
  app = await renderApp("/admin/calendars/default");
  const { user, world } = app;
  const name = await screen.findByLabelText("Name");
  const before = await screen.findByLabelText(/^Saturday/);
  world.calendars = (world.calendars ?? []).map((one) => ({
    ...one,
    version: one.version + 1,
    calendar: { ...one.calendar, week: { ...one.calendar.week, saturday: [{ from: "10:00", until: "16:00" }] } },
  }));
  await user.type(name, " hours");
  const typed = (name as HTMLInputElement).value;
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(before).toHaveValue("10:00–16:00"));
  expect(name).toHaveValue(typed);
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(world.calendars?.[0]?.calendar.name).toBe(typed));
  expect(world.calendars?.[0]?.calendar.week.saturday).toHaveLength(1);
});

it("a calendar is removed after a question that names the queues that go by it", async () => {
  app = await renderApp("/admin/calendars/night", (world) => {
    world.calendars = undefined;
  });
  const { user, world } = app;
  const first = world.calendars?.[0];
  if (first) world.calendars = [first, { ...first, id: "night", calendar: { ...first.calendar, name: "Night" } }];
  world.queues = {
    ...world.queues,
    items: world.queues.items.map((one) => (one.id === "billing" ? { ...one, calendar: "night" } : one)),
  };
  await user.click(await screen.findByRole("link", { name: "Calendars" }));
  await user.click(await screen.findByRole("link", { name: "Night" }));
  await user.click(await screen.findByRole("button", { name: "Remove the calendar…" }));
  expect(await dialog().findByText(/Invoices would go by the default calendar/)).toBeInTheDocument();
  await user.click(dialog().getByRole("button", { name: "Remove the calendar" }));
  await waitFor(() => expect(world.calendars?.map((one) => one.id)).toEqual(["default"]));
});

it("somebody works in some queues only, and lets go of what they have elsewhere", async () => {
  app = await renderApp("/admin/people/p-fatima");
  const { user, world } = app;
  await user.click(await screen.findByRole("radio", { name: "Some queues" }));
  expect(screen.getByText(/goes back to it, to wait for somebody else/)).toBeInTheDocument();
  await user.selectOptions(screen.getByLabelText("Orders & delivery"), "Agent");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() =>
    expect(world.people.find((one) => one.id === "p-fatima")?.queues).toEqual({
      every: false,
      only: { orders: "agent" },
    }),
  );
});

it("an agent takes the next one by key, and hears when nobody waits", async () => {
  app = await renderApp("/inbox/unassigned");
  const { user, world } = app;
  await screen.findAllByRole("option");
  const first = world.list("unassigned").find((one) => one.topic.waitingSince);
  await user.keyboard("{Shift>}n{/Shift}");
  await waitFor(() => expect(world.topics.get(first?.topic.id ?? "")?.topic.assignee).toBe(me.id));
  expect(await screen.findByRole("feed")).toBeInTheDocument();
  for (const item of world.list("unassigned")) world.assign(item.topic.id, "p-bram");
  await user.click(screen.getByRole("button", { name: /Take next/ }));
  expect(await screen.findByRole("button", { name: "Nobody is waiting" })).toBeInTheDocument();
});

it("an agent hears that those who wait are for others, when all of them write another language", async () => {
  app = await renderApp("/inbox/unassigned");
  await screen.findAllByRole("option");
  app.server.use(
    http.post("/api/v1/inbox/next", () => HttpResponse.json({ type: "other-languages", status: 409 }, { status: 409 })),
  );
  await app.user.click(screen.getByRole("button", { name: /Take next/ }));
  expect(await screen.findByRole("button", { name: "Only in other languages" })).toBeInTheDocument();
  expect(screen.queryByText("Nobody is waiting")).toBeNull();
});

it("where very many wait in other languages an agent looks further by the same key", async () => {
  app = await renderApp("/inbox/unassigned");
  await screen.findAllByRole("option");
  const asked: (string | null)[] = [];
  app.server.use(
    http.post("/api/v1/inbox/next", ({ request }) => {
      asked.push(new URL(request.url).searchParams.get("cursor"));
      const next = asked.length === 1 ? { next: "a1|t1" } : {};
      return HttpResponse.json({ type: "other-languages", status: 409, ...next }, { status: 409 });
    }),
  );
  await app.user.keyboard("{Shift>}n{/Shift}");
  expect(await screen.findByRole("button", { name: /Look further/ })).toBeInTheDocument();
  await app.user.keyboard("{Shift>}n{/Shift}");
  expect(await screen.findByRole("button", { name: "Only in other languages" })).toBeInTheDocument();
  expect(asked).toEqual([null, "a1|t1"]);
});

it("queues and calendars open by their whole row, and are put in order without being opened", async () => {
  app = await renderApp("/admin/queues");
  const { user } = app;
  await user.click(await screen.findByRole("button", { name: "Move Invoices up" }));
  expect(screen.getByRole("heading", { name: "Queues", level: 1 })).toBeInTheDocument();
  await user.click((await screen.findAllByRole("cell", { name: "Opening hours" }))[0] as HTMLElement);
  expect(await screen.findByRole("button", { name: "Add a rule" })).toBeInTheDocument();
});
