import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

it("a question whose answer is known is answered while it is typed, and Tab puts the answer in its place", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  // By label: asking the whole page for roles computes what of it is hidden, again and again while it loads.
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const field = await screen.findByRole("textbox", { name: "Your answer" });
  await user.click(field);
  await user.keyboard("Hi Eva. What is your order number");
  expect(await screen.findByText("Order number is known: 4711-82")).toBeInTheDocument();
  expect(screen.getByText(/said in chat/)).toBeInTheDocument();
  await user.keyboard("?{Tab}");
  expect(field).toHaveValue("Hi Eva. I already have your order number, 4711-82.");
  expect(field).toHaveFocus();
  await waitFor(() => expect(screen.queryByText("Order number is known: 4711-82")).toBeNull());
});

it("a promise is noticed while it is written, and recorded with its words", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  await screen.findByLabelText("Timeline");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await user.click(await screen.findByRole("textbox", { name: "Your answer" }));
  await user.keyboard("Hi Eva. I'll get back to you tomorrow.");
  await user.click(await screen.findByRole("button", { name: "Record it" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(dialog.getByRole("textbox", { name: "What we will do" })).toHaveValue("I'll get back to you tomorrow.");
});

it("what a customer told is underlined where they said it, and leads to what is known and back", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const timeline = within(await screen.findByRole("feed"));
  const said = await timeline.findByRole("link", { name: "4711-82: Order number, known from here" });
  await user.hover(said);
  expect(screen.getByText("known from here")).toBeInTheDocument();
  await user.click(said);
  const known = within(screen.getByRole("region", { name: "Known" }));
  expect(known.getByRole("button", { name: /^Order number 4711-82/ })).toHaveFocus();
  await user.click(known.getByRole("button", { name: /^Order number: go to where it was said, chat/ }));
  expect(document.activeElement).toHaveTextContent("I need it before Saturday");
  expect(document.activeElement).toHaveRole("article");
});

it("what was corrected says so where it was said", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const known = within(await screen.findByRole("region", { name: "Known" }));
  await user.click(await known.findByRole("button", { name: /^Order number 4711-82/ }));
  await user.clear(known.getByRole("textbox", { name: "Order number" }));
  await user.type(known.getByRole("textbox", { name: "Order number" }), "4711-83");
  await user.click(known.getByRole("button", { name: "Correct" }));
  expect(
    await screen.findByRole("link", { name: "4711-82: Order number, corrected to 4711-83 by Lotte" }),
  ).toBeInTheDocument();
});

it("what is not so is taken away, and comes back where that was a slip", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const known = within(await screen.findByRole("region", { name: "Known" }));
  await user.click(await known.findByRole("button", { name: /^Order number 4711-82/ }));
  await user.click(known.getByRole("button", { name: "Take away" }));
  await waitFor(() => expect(known.queryByText("4711-82")).toBeNull());
  expect(screen.queryByRole("link", { name: /^4711-82: Order number/ })).toBeNull();
  await user.click(await screen.findByRole("button", { name: /^Undo/ }));
  expect(await known.findByRole("button", { name: /^Order number 4711-82/ })).toBeInTheDocument();
});

it("what is worth asking next is asked with one key, behind what is written already", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const field = await screen.findByRole("textbox", { name: "Your answer" });
  await user.clear(field);
  await user.type(field, "Thank you.");
  const worth = within(await screen.findByRole("region", { name: "Worth asking next" }));
  expect(worth.getByRole("button", { name: /^Ask/ })).toHaveAttribute("aria-keyshortcuts", "Shift+W");
  await user.keyboard("{Escape}{Shift>}W{/Shift}");
  await waitFor(() => expect(field).toHaveValue("Thank you. What is your phone number?"));
  expect(field).toHaveFocus();
});

it("how they wish to be reached is written down beside the conversation", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const wishes = within(await screen.findByRole("region", { name: "How to reach them" }));
  await user.click(wishes.getByRole("button", { name: "Write it down" }));
  await user.selectOptions(wishes.getByLabelText("Rather answered by"), "Email");
  await user.type(wishes.getByLabelText("Quiet from"), "21:00");
  await user.type(wishes.getByLabelText("Until"), "08:00");
  await user.click(wishes.getByRole("button", { name: "Write it down" }));
  expect(await wishes.findByText("Rather by email. Not between 21:00 and 08:00.")).toBeInTheDocument();
});

it("who they are is said wherever one writes, promises or hands over", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const wishes = within(await screen.findByRole("region", { name: "How to reach them" }));
  await user.click(wishes.getByRole("button", { name: "Write it down" }));
  await user.type(wishes.getByLabelText("Persona"), "In a hurry");
  await user.click(wishes.getByRole("button", { name: "Write it down" }));
  const answer = (await screen.findByRole("textbox", { name: "Your answer" })).closest("form") as HTMLElement;
  expect(await within(answer).findByText("Persona: In a hurry")).toBeInTheDocument();
  await user.click(within(answer).getByRole("radio", { name: "Note" }));
  expect(within(answer).queryByText("Persona: In a hurry")).toBeNull();
  await user.keyboard("{Escape}p");
  const promise = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(promise.getByText("Persona: In a hurry")).toBeInTheDocument();
  await user.click(promise.getByRole("button", { name: "Cancel" }));
  await user.keyboard("h");
  const handover = within(await screen.findByRole("dialog", { name: "Hand over to another channel" }));
  expect(await handover.findByText("Persona: In a hurry")).toBeInTheDocument();
});

it("what is known stands beside the conversation, and is corrected there", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const known = within(await screen.findByRole("region", { name: "Known" }));
  await user.click(await known.findByRole("button", { name: /Postcode 1017 AB/ }));
  const field = known.getByRole("textbox", { name: "Postcode" });
  expect(known.getByRole("button", { name: "Confirm" })).toBeInTheDocument();
  await user.clear(field);
  await user.type(field, "1017 AC");
  await user.click(known.getByRole("button", { name: "Correct" }));
  expect(await known.findByText("corrected")).toBeInTheDocument();
  expect(known.getByRole("button", { name: /1017 AC/ })).toBeInTheDocument();
});
