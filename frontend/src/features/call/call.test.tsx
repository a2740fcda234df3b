import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { me } from "../../testing/mock/cast.ts";
import type { World } from "../../testing/mock/world.ts";
import { renderApp } from "../../testing/render-app.tsx";
import type { Call, LiveCall } from "../../types/api.ts";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  me.phone = "+31612340001";
});

const call: Call = {
  state: "ringing",
  outcome: null,
  person: { id: "p-lotte", name: "Lotte Jansen" },
  known: "number",
  seconds: null,
  note: null,
  out: false,
  picked: false,
};

async function calling(): Promise<LiveCall> {
  app = await renderApp("/inbox/all");
  await screen.findAllByRole("option");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const item = app.world.topics.get("t-lieke");
  if (!item) throw new Error("Lieke is not in the cast.");
  const live: LiveCall = {
    entry: "e-99999999999999-1",
    conversation: item.conversation,
    topic: item.topic.id,
    customer: item.customer,
    state: "ringing",
    mine: true,
    person: call.person,
    known: "number",
    since: new Date().toISOString(),
    out: false,
    picked: false,
  };
  app.world.calling(live, call);
  return live;
}

const banner = () => screen.findByRole("complementary", { name: "Call" });

it("who calls is said before it is picked up, and two keys open the thread", async () => {
  const live = await calling();
  expect(await within(await banner()).findByText(/is calling/)).toBeInTheDocument();
  expect(within(await banner()).getByText("your phone rings")).toBeInTheDocument();
  await app.user.keyboard("gc");
  // Not found once and kept: the list lays itself out anew when it is there.
  await waitFor(() => expect(screen.getByText("Calling now, Lotte Jansen’s phone rings")).toBeInTheDocument());
  app.world.calling({ ...live, state: "talking" }, { ...call, state: "talking" });
  expect(await screen.findByText("On the phone with Lotte Jansen")).toBeInTheDocument();
  app.world.calling(live, { ...call, state: "over", outcome: "answered", seconds: 72 });
  expect(await screen.findByText("Spoke with Lotte Jansen, 1:12")).toBeInTheDocument();
  expect(screen.getByText("Known by the number")).toBeInTheDocument();
  expect(screen.queryByRole("complementary", { name: "Call" })).toBeNull();
});

it("a missed call says how to call back, and takes a note", async () => {
  const live = await calling();
  await banner();
  await app.user.keyboard("gc");
  app.world.calling(live, { ...call, state: "over", outcome: "missed", person: null });
  expect(await screen.findByText("Missed call")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /Call back \+31 6/ })).toBeInTheDocument();
  await app.user.click(screen.getByRole("button", { name: "Write a note" }));
  await app.user.type(screen.getByLabelText("What the call was about"), "Rang about the lamp");
  await app.user.click(screen.getByRole("button", { name: /Save/ }));
  expect(await screen.findByText(/Rang about the lamp/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Change the note" })).toBeInTheDocument();
});

async function dialling(phone: string | null = "+31612340001", prepare: (world: World) => void = () => undefined) {
  me.phone = phone;
  app = await renderApp("/inbox/mine/k-eva/t-eva", prepare);
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await app.user.keyboard("d");
  return within(await screen.findByRole("dialog", { name: /^Call Eva/ }));
}

it("one key and one choice ring one's own phone, and the screen says what comes next", async () => {
  const dialog = await dialling();
  expect(dialog.getByText(/Your phone, \+31 6 1234 0001, rings first/)).toBeInTheDocument();
  await app.user.click(dialog.getByRole("button", { name: "Ring my phone" }));
  expect(await screen.findByText("Placing a call, Lotte Jansen’s phone rings")).toBeInTheDocument();
  expect(await within(await banner()).findByText("your phone rings: pick up and press a key")).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("the quiet they wish for is said before their phone rings", async () => {
  const dialog = await dialling("+31612340001", (world) => {
    world.wishes = { quietUntil: new Date(2026, 10, 27, 8, 0).toISOString() };
  });
  expect(await dialog.findByText("They wish for quiet until 08:00: calling now disturbs them.")).toBeInTheDocument();
  expect(dialog.getByRole("button", { name: "Ring my phone" })).toBeInTheDocument();
});

it("who has given no phone gives one there and then, and goes on", async () => {
  const dialog = await dialling(null);
  expect(dialog.getByText(/Your own phone rings first, and you have given none/)).toBeInTheDocument();
  expect(dialog.queryByRole("button", { name: "Ring my phone" })).toBeNull();
  await app.user.click(dialog.getByRole("button", { name: "Enter my phone" }));
  const phone = within(await screen.findByRole("dialog", { name: "My phone" }));
  await app.user.type(phone.getByRole("textbox"), "+31612340001");
  await app.user.click(phone.getByRole("button", { name: "Save" }));
  expect(await dialog.findByRole("button", { name: "Ring my phone" })).toBeInTheDocument();
});

it("a call that is hidden stays hidden", async () => {
  await calling();
  await banner();
  await app.user.click(screen.getByRole("button", { name: "Hide this call" }));
  expect(screen.queryByRole("complementary", { name: "Call" })).toBeNull();
});
