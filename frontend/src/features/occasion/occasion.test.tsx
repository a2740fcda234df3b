import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

it("whose day it is stands in a queue; what is held back says why, and cannot be made", async () => {
  app = await renderApp("/occasions");
  const { user } = app;
  const ready = await screen.findByRole("table", { name: "A gesture is welcome" });
  const lieke = within(within(ready).getByRole("row", { name: /Lieke Janssen/ }));
  expect(lieke.getByText("turns 34")).toBeInTheDocument();
  expect(lieke.getByText("today")).toBeInTheDocument();
  expect(within(ready).getByText("10 years a customer")).toBeInTheDocument();
  const held = within(await screen.findByRole("table", { name: "Held back" }));
  expect(held.getByText("A promise is late: Order 4711-82 not received")).toBeInTheDocument();
  expect(held.queryByRole("button", { name: "Made" })).toBeNull();

  await user.click(lieke.getByRole("button", { name: "Made" }));
  const seen = within(await screen.findByRole("table", { name: "Seen to" }));
  expect(seen.getByText("made by Lotte Jansen")).toBeInTheDocument();
  await user.keyboard("z");
  await waitFor(() => expect(screen.queryByRole("table", { name: "Seen to" })).toBeNull());
});

it("is reached from the list of places, and by its keys", async () => {
  app = await renderApp("/inbox/mine");
  await screen.findByRole("listbox", { name: /^Topics/ });
  await app.user.keyboard("go");
  expect(await screen.findByRole("heading", { name: "Occasions", level: 1 })).toBeInTheDocument();
});

it("stands beside the conversation, with what holds it back", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const section = within(await screen.findByRole("region", { name: "Occasions" }));
  expect(section.getByText("tomorrow")).toBeInTheDocument();
  expect(section.getByText("A promise is late: Order 4711-82 not received")).toBeInTheDocument();
  expect(section.queryByRole("button", { name: "Made" })).toBeNull();
});

it("what changes elsewhere stands here without anybody asking", async () => {
  app = await renderApp("/occasions");
  const held = within(await screen.findByRole("table", { name: "Held back" }));
  expect(held.getByText("A promise is late: Order 4711-82 not received")).toBeInTheDocument();
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const done = { by: "anna", byName: "Anna Bos", at: new Date().toISOString(), how: "made" } as const;
  app.world.occasions = app.world.occasions.map((one) =>
    one.conversation === "k-lieke" ? { ...one, done } : { ...one, held: null },
  );
  app.world.emit({ type: "occasions" });
  const seen = within(await screen.findByRole("table", { name: "Seen to" }, { timeout: 4_000 }));
  expect(seen.getByText("made by Anna Bos")).toBeInTheDocument();
  expect(screen.queryByRole("table", { name: "Held back" })).toBeNull();
});

it("beside the conversation, too, it is no longer held back once its matter is well", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const section = within(await screen.findByRole("region", { name: "Occasions" }));
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  app.world.occasions = app.world.occasions.map((one) => ({ ...one, held: null }));
  app.world.emit({ type: "known", conversation: "k-eva" });
  expect(await section.findByRole("button", { name: "Made" })).toBeInTheDocument();
});
