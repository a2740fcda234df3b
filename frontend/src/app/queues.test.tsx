import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
});

const rail = () => within(screen.getByRole("navigation", { name: "Views" }));
const timeline = () => within(screen.getByRole("feed"));

it("each queue stands in the rail with who waits and for how long", async () => {
  app = await renderApp("/inbox/mine");
  const orders = await screen.findByRole("link", { name: /^Orders & delivery/ });
  await waitFor(() => expect(orders).toHaveTextContent(/5[12] min4$/));
  expect(orders.title).toMatch(/^Orders & delivery, longest 5[12] min, G 2$/);
  expect(rail().getByRole("link", { name: /^Invoices/ })).toHaveTextContent(/1[89] min1$/);
});

it("a queue opens by its key, and its rows do not repeat its name", async () => {
  app = await renderApp("/inbox/all");
  const row = await screen.findByRole("option", { name: /Familie Wouters/ });
  expect(row).toHaveTextContent("Invoices");
  await app.user.keyboard("g3");
  expect(await screen.findByRole("heading", { name: "Invoices", level: 1 })).toBeInTheDocument();
  await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
  expect(screen.getByRole("option")).not.toHaveTextContent("Invoices");
});

it("a queue with one of ours alone goes unsaid", async () => {
  app = await renderApp("/inbox/all", (world) => {
    world.queues = { items: world.queues.items.slice(0, 1), others: [] };
  });
  expect(await screen.findByRole("option", { name: /Familie Wouters/ })).not.toHaveTextContent("Invoices");
  expect(rail().queryByText("Queues")).toBeNull();
});

it("a topic is moved to another queue by key, with a word that stays inside", async () => {
  app = await renderApp("/inbox/all/k-wouters/t-wouters");
  const { user, world } = app;
  await screen.findByRole("feed");
  expect(await screen.findByTitle(/^Move to another queue/)).toHaveTextContent("Invoices");
  await user.keyboard("v");
  const dialog = within(await screen.findByRole("dialog", { name: "Move this topic to" }));
  await user.click(dialog.getByRole("radio", { name: "Orders & delivery" }));
  expect(dialog.getByText("Bram Kuipers does not work there and lets go of it.")).toBeInTheDocument();
  await user.type(dialog.getByRole("textbox"), "They want two chairs, not four.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(world.topics.get("t-wouters")?.topic.queue).toBe("orders"));
  expect(
    await timeline().findByText("Lotte Jansen moved this to Orders & delivery: “They want two chairs, not four.”"),
  ).toBeInTheDocument();
});

it("a topic sent where one may not look is gone, and collapses in the conversation", async () => {
  app = await renderApp("/inbox/all/k-eva/t-eva");
  const { user } = app;
  await screen.findByTitle(/^Move to another queue/);
  await user.keyboard("v");
  const dialog = within(await screen.findByRole("dialog", { name: "Move this topic to" }));
  await user.click(dialog.getByRole("radio", { name: "Warehouse" }));
  await user.type(dialog.getByRole("textbox"), "Look on shelf 4.");
  await user.click(dialog.getByRole("button", { name: /Move to another queue/ }));
  expect(await screen.findByText("No conversation open")).toBeInTheDocument();
  await user.click(rail().getByRole("link", { name: /^Resolved/ }));
  await user.click(await screen.findByText("Invoice for order 4688-10", { selector: ".tp" }));
  await screen.findByRole("feed");
  expect(await timeline().findByText("Handled by another department")).toBeInTheDocument();
  expect(timeline().queryByText(/shelf 4/)).toBeNull();
});

it("only colleagues who work in the topic's queue can be given it", async () => {
  app = await renderApp("/inbox/mine/k-daan/t-daan");
  await screen.findByRole("feed");
  await app.user.keyboard("t");
  expect(await screen.findByRole("menuitemradio", { name: /Fatima Aydin/ })).toBeInTheDocument();
  expect(screen.queryByRole("menuitemradio", { name: /Bram Kuipers/ })).toBeNull();
});
