import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { toast } from "../../lib/toast.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => {
  app?.end();
  toast.set(null);
});

async function eva() {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  return app;
}

it("a topic is moved to a customer who was looked up, by keyboard alone, and the move is undone", async () => {
  const { user, world } = await eva();
  await user.keyboard("{Shift>}m{/Shift}");
  const dialog = within(await screen.findByRole("dialog", { name: "Move this topic to another customer" }));
  expect(await dialog.findByRole("searchbox", { name: "Address, name or id" })).toHaveFocus();
  expect(dialog.getByRole("button", { name: "Move" })).toBeDisabled();
  await user.keyboard("youssef");
  await user.click(await dialog.findByRole("radio", { name: /Youssef El Amrani/ }));
  await user.type(dialog.getByRole("textbox", { name: "Why, for your colleagues" }), "His order");
  await user.click(dialog.getByRole("button", { name: "Move" }));
  expect(await screen.findByText(/is Youssef El Amrani’s now/)).toBeInTheDocument();
  expect(world.gifts).toEqual([{ topic: "t-eva", customer: expect.stringContaining("c-"), why: "His order" }]);

  await user.keyboard("{Shift>}z{/Shift}");
  await waitFor(() => expect(world.deeds[0]?.undone).not.toBeNull());
  expect(screen.queryByText(/is Youssef El Amrani’s now/)).toBeNull();
});

it("what went stands beside the conversation, with the way back", async () => {
  const { user } = await eva();
  await user.keyboard("{Shift>}m{/Shift}");
  const dialog = within(await screen.findByRole("dialog", { name: "Move this topic to another customer" }));
  await user.keyboard("youssef");
  await user.click(await dialog.findByRole("radio", { name: /Youssef El Amrani/ }));
  await user.click(dialog.getByRole("button", { name: "Move" }));
  const moved = within(await screen.findByRole("region", { name: "Moved" }));
  expect(moved.getByText(/^to Youssef El Amrani, by Lotte/)).toBeInTheDocument();
  await user.click(moved.getByRole("button", { name: "Take back" }));
  const look = within(await screen.findByRole("dialog", { name: "Take back what was moved" }));
  expect(await look.findByText("A promise that is open goes along.")).toBeInTheDocument();
});

it("a topic in which something is promised says so before it goes", async () => {
  const { user, world } = await eva();
  world.promised("t-eva", new Date(Date.now() + 86_400_000).toISOString());
  await user.keyboard("{Shift>}m{/Shift}");
  const dialog = within(await screen.findByRole("dialog", { name: "Move this topic to another customer" }));
  expect(await dialog.findByText(/What is promised in it, before .* goes along/)).toBeInTheDocument();
});

it("a message goes to a new customer from its menu", async () => {
  const { user, world } = await eva();
  const menus = await screen.findAllByRole("button", { name: "More for this entry" });
  await user.click(menus[0] as HTMLElement);
  await user.click(await screen.findByRole("menuitem", { name: /Move to another customer/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Move this message to another customer" }));
  await user.click(await dialog.findByRole("radio", { name: "A new customer" }));
  await user.type(dialog.getByRole("textbox", { name: "Name, if you know it" }), "Bob");
  await user.click(dialog.getByRole("button", { name: "Move" }));
  await waitFor(() => expect(world.gifts).toHaveLength(1));
  expect(world.gifts[0]).toEqual({ entry: expect.any(String), name: "Bob" });
});

it("a split shows where each topic would be before it is done, and is undone as a whole", async () => {
  const { user, world } = await eva();
  await user.keyboard("{Shift>}d{/Shift}");
  const dialog = within(await screen.findByRole("dialog", { name: "Split into two customers" }));
  expect(dialog.getByRole("button", { name: "Split" })).toBeDisabled();
  await user.click(await dialog.findByRole("checkbox", { name: "eva.lindeman@posteo.nl" }));
  expect(await dialog.findByText(/becomes two topics: 6 stay, 1 go/)).toBeInTheDocument();
  expect(dialog.getByText("A promise that is open goes along.")).toBeInTheDocument();
  await user.type(dialog.getByLabelText("Name, if you know it"), "Bob");
  await user.click(dialog.getByRole("button", { name: "Split" }));
  await user.click(await screen.findByRole("button", { name: /Undo/ }));
  await waitFor(() => expect(world.unsplit).toEqual(["d-1.g-2"]));
});
