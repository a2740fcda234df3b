import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { mightBeEva } from "../../testing/mock/identity.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

async function eva() {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => world.suggestions.set("c-eva", [mightBeEva]));
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  return { ...app, panel: within(screen.getByRole("complementary", { name: "Customer" })) };
}

it("a suggestion says what speaks for it, is joined after a look, and taken apart again after another", async () => {
  const { panel, user, world } = await eva();
  const maybe = within(await panel.findByRole("region", { name: "Might be the same person" }));
  expect(maybe.getByText("eva.lindeman@posteo.nl, typed in the chat")).toBeInTheDocument();
  expect(maybe.getByText("Both named order 471182")).toBeInTheDocument();
  expect(maybe.getByText("strong")).toBeInTheDocument();

  await user.click(maybe.getByRole("button", { name: "Join" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Join two customers" }));
  expect(await dialog.findByText("3 topics")).toBeInTheDocument();
  expect(dialog.getByRole("button", { name: "Cancel" })).toBeInTheDocument();
  await user.click(dialog.getByRole("radio", { name: "Lieke Janssen" }));
  await user.click(dialog.getByRole("button", { name: "Join" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(world.deeds).toHaveLength(1);

  const joined = within(await panel.findByRole("region", { name: "Joined to this customer" }));
  expect(panel.queryByRole("region", { name: "Might be the same person" })).toBeNull();
  await user.click(joined.getByRole("button", { name: "Take apart" }));
  const undo = within(await screen.findByRole("dialog", { name: "Take two customers apart" }));
  expect(await undo.findByText(/1 message or note came since/)).toBeInTheDocument();
  expect(undo.getByText(/becomes two topics: 6 stay, 1 go/)).toBeInTheDocument();
  await user.click(undo.getByRole("button", { name: "Take apart" }));
  await waitFor(() => expect(panel.queryByRole("region", { name: "Joined to this customer" })).toBeNull());
});

it("who is somebody else is not suggested again", async () => {
  const { panel, user, world } = await eva();
  await user.click(await panel.findByRole("button", { name: "Not the same" }));
  await waitFor(() => expect(panel.queryByRole("region", { name: "Might be the same person" })).toBeNull());
  expect(world.suggestions.get("c-eva")).toEqual([]);
});

it("C goes to the customer, Shift J finds whom to join, by keyboard alone", async () => {
  const { user } = await eva();
  await user.keyboard("c");
  expect(screen.getByRole("complementary", { name: "Customer" })).toHaveFocus();
  await user.keyboard("{Shift>}j{/Shift}");
  const find = within(await screen.findByRole("dialog", { name: "Join with which customer?" }));
  expect(find.getByLabelText("Address, name or id")).toHaveFocus();
  await user.keyboard("youssef");
  await user.click(await find.findByRole("button", { name: /Youssef El Amrani/ }));
  expect(await screen.findByRole("dialog", { name: "Join two customers" })).toBeInTheDocument();
});

it("an address says how it is proven and when it was last heard from, and is marked or taken off by its menu", async () => {
  const { panel, user } = await eva();
  expect((await panel.findAllByText(/last seen/)).length).toBeGreaterThan(1);
  await user.click(panel.getByRole("button", { name: "What to do with eva.lindeman@posteo.nl" }));
  await user.click(panel.getByRole("menuitemcheckbox", { name: "Used by several people" }));
  expect(await panel.findByText(/used by several people, last seen/)).toBeInTheDocument();

  await user.click(panel.getByRole("button", { name: "What to do with eva.lindeman@posteo.nl" }));
  await user.click(panel.getByRole("menuitem", { name: /Take off this customer/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Take off this customer" }));
  await user.click(dialog.getByRole("button", { name: "Take off" }));
  await waitFor(() => expect(panel.queryByText("eva.lindeman@posteo.nl")).toBeNull());
});

it("the name is written down in a dialog and shows", async () => {
  const { panel, user } = await eva();
  await user.click(panel.getByRole("button", { name: "Name, language, time zone" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Name, language, time zone" }));
  await user.clear(dialog.getByLabelText("Name"));
  await user.type(dialog.getByLabelText("Name"), "Eva de Wit");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(await panel.findByRole("heading", { name: "Eva de Wit" })).toBeInTheDocument();
});

it("an administrator erases a customer only by typing the name, and goes back to the list", async () => {
  const { panel, user } = await eva();
  await user.click(panel.getByRole("button", { name: "Name, language, time zone" }));
  await user.click(await screen.findByRole("button", { name: "Erase this customer…" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Erase this customer" }));
  expect(await dialog.findByText("34 messages, notes and events")).toBeInTheDocument();
  expect(
    dialog.getByText(/1 topic is not resolved yet\. In 1 topic something is still promised\./),
  ).toBeInTheDocument();
  expect(dialog.getByText("Counted figures stay; they name nobody.")).toBeInTheDocument();
  await waitFor(() => expect(dialog.getByLabelText(/^Type “Eva Lindeman”/)).toHaveFocus());
  const erase = dialog.getByRole("button", { name: "Erase for good" });
  await user.type(dialog.getByLabelText(/^Type “Eva Lindeman”/), "Eva");
  expect(erase).toBeDisabled();
  await user.type(dialog.getByLabelText(/^Type/), " lindeman");
  await user.click(erase);
  expect(await screen.findByText("Eva Lindeman was erased.")).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole("main", { name: /^Conversation with/ })).toBeNull());
});
