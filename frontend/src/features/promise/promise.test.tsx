import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";
import type { PromiseRecord } from "../../types/promise.ts";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

it("a promise is made by keyboard, stands on the timeline and beside it, and only its owner says that it is kept", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user, world } = app;
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await screen.findByText(/Press P to make one/);

  await user.keyboard("p");
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(dialog.getByLabelText("What we will do")).toHaveFocus();
  await user.keyboard("I am asking our driver");
  await user.tab();
  await user.keyboard("tomorrow morning");
  expect(await dialog.findByText("Tomorrow, before 12:00.")).toBeInTheDocument();
  expect(await dialog.findByText(/24-hour window closed by then/)).toBeInTheDocument();
  expect(dialog.getByRole("radio", { name: /WhatsApp/ })).toBeDisabled();
  await user.click(dialog.getByRole("radio", { name: /Email/ }));
  await waitFor(() =>
    expect(dialog.getByRole("button", { name: /Promise and send/ })).not.toHaveAttribute("aria-disabled", "true"),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  expect(world.promises).toHaveLength(1);
  const panel = within(screen.getByRole("complementary", { name: "Customer" }));
  expect(await panel.findByText("I am asking our driver")).toBeInTheDocument();
  await user.click(panel.getByRole("button", { name: "It is kept" }));
  expect(await panel.findByText("Kept")).toBeInTheDocument();
});

it("one asked for before the conversation is here opens with it, and what is typed meanwhile does nothing else", async () => {
  const [here, words] = [gate(), gate()];
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user, world, server } = app;
  server.use(
    http.get("/api/v1/conversations/:id", () => here.passed),
    http.get("/api/v1/conversations/:id/entries", () => words.passed),
  );
  await screen.findByRole("listbox", { name: /^Topics/ });
  await waitFor(() => expect(liveState.get().status).toBe("live"));

  await user.keyboard("pei");
  here.open();
  // Its topic is known now, and E would resolve it.
  await screen.findByRole("button", { name: /^Resolve/ });
  await user.keyboard("e");
  words.open();
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(dialog.getByLabelText("What we heard, in their words")).not.toHaveValue("");
  expect(world.conversation("k-eva")?.topics.find((one) => one.id === "t-eva")?.status).toBe("open");
});

it("one closed half-way is there again, until it is given up", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  await screen.findByRole("feed");
  await user.keyboard("p");
  const asked = async () => within(await screen.findByRole("dialog", { name: "Make a promise" }));
  await user.type((await asked()).getByLabelText("What we will do"), "I am asking our driver");
  await user.click((await asked()).getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  await user.keyboard("p");
  expect((await asked()).getByLabelText("What we will do")).toHaveValue("I am asking our driver");
  await user.click((await asked()).getByRole("button", { name: "Cancel" }));
  await user.keyboard("p");
  expect((await asked()).getByLabelText("What we will do")).toHaveValue("");
});

it("one that was just said can be taken back with its sentence, and what was typed for it is there again", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user, world } = app;
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await user.keyboard("p");
  const asked = async () => within(await screen.findByRole("dialog", { name: "Make a promise" }));
  await user.type((await asked()).getByLabelText("What we will do"), "I am asking our driver");
  await user.type((await asked()).getByLabelText(/^By when/), "tomorrow morning");
  await user.click(await (await asked()).findByRole("radio", { name: /Email/ }));
  const make = (await asked()).getByRole("button", { name: /Promise and send/ });
  await waitFor(() => expect(make).not.toHaveAttribute("aria-disabled", "true"));
  await user.click(make);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  await user.click(await screen.findByRole("button", { name: /^Undo/ }));
  expect((await asked()).getByLabelText("What we will do")).toHaveValue("I am asking our driver");
  expect((await asked()).getByLabelText(/^By when/)).toHaveValue("tomorrow morning");
  const said = world.entries.get("k-eva")?.find((one) => one.id === world.promises[0]?.entry);
  expect(said?.delivery).toBe("withdrawn");
});

it("what is not let go stays, with the reason that was written", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.promises.push(given("a", { action: "I look for the parcel" }));
  });
  const { user, server } = app;
  const detail = "Somebody moved it just now.";
  server.use(
    http.post("/api/v1/promises/:id/release", () =>
      HttpResponse.json({ type: "promise-moved-on", detail }, { status: 409 }),
    ),
  );
  const panel = within(await screen.findByRole("complementary", { name: "Customer" }));
  await user.click(await panel.findByRole("button", { name: "Let go" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Let a promise go" }));
  expect(dialog.getByText("I look for the parcel")).toBeInTheDocument();
  await user.type(dialog.getByLabelText("Why"), "they found it");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await dialog.findByRole("alert")).toHaveTextContent(detail);
  expect(dialog.getByLabelText("Why")).toHaveValue("they found it");
});

it("where the customer would rather be answered is proposed, and their quiet hours are told", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.wishes = { wished: true, quietUntil: new Date(2026, 10, 27, 8, 0).toISOString() };
  });
  const { user } = app;
  await screen.findByRole("feed");
  await user.keyboard("p");
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  await user.type(dialog.getByLabelText(/^By when/), "tomorrow morning");
  const sms = await dialog.findByRole("radio", { name: /SMS.*As they wish.*quiet then, until 08:00/ });
  await waitFor(() => expect(sms).toBeChecked());
});

it("a moment nothing can be promised for is said while it is typed", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user } = app;
  const detail = "Promise a moment from now on, within 90 days.";
  app.server.use(
    http.post("/api/v1/conversations/:id/promises/preview", () =>
      HttpResponse.json({ type: "unfit-moment", field: "dueAt", detail }, { status: 422 }),
    ),
  );
  await screen.findByRole("feed");
  await user.keyboard("p");
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  await user.type(dialog.getByLabelText(/^By when/), "tomorrow morning");
  expect(await dialog.findByText(detail)).toBeInTheDocument();
});

it("where nobody is there at that moment, the next one is taken with Enter", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user, server } = app;
  server.use(
    http.get("/api/v1/topics/:id/moment", ({ request }) => {
      const closed = new URL(request.url).searchParams.get("text") === "tonight";
      const at = "2030-11-29T08:00:00Z";
      return HttpResponse.json(
        closed
          ? { outcome: "closed", at, instead: at, sentence: "We are closed then.", zone: "Europe/Amsterdam" }
          : { outcome: "understood", at, instead: null, sentence: "29 November, 09:00", zone: "Europe/Amsterdam" },
      );
    }),
  );
  await screen.findByRole("feed");
  await user.keyboard("p");
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  await user.type(dialog.getByLabelText(/^By when/), "tonight");
  expect(await dialog.findByRole("button", { name: /^Take 29 November 09:00/ })).toBeInTheDocument();
  await user.keyboard("{Enter}");
  expect(dialog.getByLabelText(/^By when/)).toHaveValue("29 November 09:00");
  expect(await dialog.findByText("29 November, 09:00")).toBeInTheDocument();
});

it("what was promised stands in one list: mine, late and with a colleague, and it follows what happens", async () => {
  app = await renderApp("/inbox/mine", (world) => {
    const due = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    world.promises.push(
      given("a", { dueAt: due(-12.6), state: "late", action: "I look for the parcel", waitsFor: "Karel" }),
      given("b", { dueAt: due(90), action: "I send the invoice", owner: { id: "p-bram", name: "Bram" } }),
    );
  });
  const { user, world } = app;
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await user.keyboard("gp");
  const list = within(await screen.findByRole("listbox", { name: "Mine" }));
  const late = await list.findByRole("option");
  expect(late).toHaveTextContent("Late, 12 min");
  expect(late).toHaveTextContent("I look for the parcel");
  expect(late).toHaveTextContent("waits for Karel");
  const shows = within(screen.getByRole("region", { name: "Promises" }));
  await user.click(shows.getByRole("link", { name: /^All/ }));
  const all = within(await screen.findByRole("listbox", { name: "All" }));
  await waitFor(() => expect(all.getAllByRole("option")).toHaveLength(2));

  await user.click(shows.getByRole("link", { name: /Late 1/ }));
  const lateOnes = await screen.findByRole("listbox", { name: "Late" });
  await within(lateOnes).findByRole("option");
  const found = world.promises[0];
  if (found) Object.assign(found, { state: "kept", closedAt: new Date().toISOString() });
  world.emit({ type: "promises" });
  // It is in use: the list is empty for whoever comes back to it, and no row moves under the hand.
  await waitFor(() => expect(shows.queryByRole("link", { name: /Late 1/ })).toBeNull(), { timeout: 4000 });
  expect(within(lateOnes).getByRole("option")).toBeInTheDocument();
  await user.click(shows.getByRole("link", { name: "Mine" }));
  await user.click(shows.getByRole("link", { name: "Late" }));
  expect(await screen.findByText(/Nothing is late/)).toBeInTheDocument();
});

it("the life of a promise is told: what was promised first, who moved it and why, and that it was missed", async () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.promises.push(
      given("a", {
        state: "late",
        madeAt: at(-200),
        noticedAt: at(-20),
        lateSince: at(-10),
        moments: [
          { dueAt: at(-60), at: at(-200), by: { id: me.id, name: me.name }, reason: null },
          { dueAt: at(-10), at: at(-90), by: { id: "p-bram", name: "Bram" }, reason: "the workshop is closed" },
        ],
      }),
    );
  });
  const panel = within(await screen.findByRole("complementary", { name: "Customer" }));
  await app.user.click(await panel.findByText("3 changes since"));
  const life = panel.getAllByRole("listitem").map((one) => one.textContent);
  expect(life.some((one) => /moved to .* by Bram: the workshop is closed/.test(one ?? ""))).toBe(true);
  expect(life.at(-1)).toMatch(/late$/);
});

it("below now stands what is promised next", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.promises.push(given("a", { conversation: "k-eva", action: "I send the invoice" }));
  });
  const ahead = within(await screen.findByRole("region", { name: "Promised next" }));
  expect(ahead.getByText("I send the invoice")).toBeInTheDocument();
});

it("a colleague without a seat is asked from a promise, and their answer is offered to the customer", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.promises.push(given("a", { action: "I ask our warehouse" }));
    world.departments = [{ id: "d-1", name: "Warehouse", email: "warehouse@loper.test", language: "nl", version: 1 }];
  });
  const { user, world } = app;
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const panel = within(await screen.findByRole("complementary", { name: "Customer" }));
  await user.click(await panel.findByRole("button", { name: "Ask a colleague" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Ask a colleague" }));
  expect(dialog.getByLabelText(/What they may read/)).toHaveValue("My parcel is not there");
  await user.type(dialog.getByLabelText("What you need to know"), "Where was it scanned?");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(world.requests).toHaveLength(1));
  expect(await panel.findByText("Warehouse")).toBeInTheDocument();

  world.note("k-eva", "At number 12.", {
    author: { kind: "colleague", id: "request-q", name: "Pieter" },
    event: {
      kind: "request-answered",
      title: "Where was it scanned?",
      until: new Date().toISOString(),
      customer: null,
      handover: null,
      deed: null,
      person: null,
      queue: null,
      since: null,
      why: null,
    },
  });
  const answer = await screen.findByText(/Internal. Asked .*: “Where was it scanned\?”/);
  expect(answer).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /Answer the customer/ }));
  expect(screen.getByLabelText("Your answer")).toHaveFocus();
});

it("a colleague is asked where nothing was promised, and their question stands in the panel", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.departments = [{ id: "d-1", name: "Warehouse", email: "warehouse@loper.test", language: "nl", version: 1 }];
  });
  const { user, world } = app;
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const panel = within(await screen.findByRole("complementary", { name: "Customer" }));
  await panel.findByRole("button", { name: "Ask a colleague" });
  await user.keyboard("{Shift>}Q{/Shift}");
  const dialog = within(await screen.findByRole("dialog", { name: "Ask a colleague" }));
  expect(dialog.getByText(/nothing is promised to the customer/)).toBeInTheDocument();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(dialog.getByLabelText(/^What you need to know/)).toHaveAccessibleDescription("Fill this in.");
  await user.selectOptions(dialog.getByLabelText("Whom"), "Somebody else, by mail");
  await user.type(dialog.getByLabelText("Mail address"), "the warehouse");
  await user.type(dialog.getByLabelText(/^What you need to know/), "Where was it scanned?");
  expect(dialog.getByText("That is no mail address.")).toBeInTheDocument();
  await user.selectOptions(dialog.getByLabelText("Whom"), "Warehouse");
  await user.type(dialog.getByLabelText(/^By when/), "tomorrow morning");
  expect(await dialog.findByText("Tomorrow, before 12:00.")).toBeInTheDocument();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(world.requests).toHaveLength(1));
  expect(world.requests[0]).toMatchObject({ topic: "t-eva", question: "Where was it scanned?" });
  expect(await panel.findByText("Warehouse")).toBeInTheDocument();
});

it("words that read like a promise are recorded as they were written, with their moment, and the draft is empty then", async () => {
  const dueAt = new Date(Date.now() + 20 * 3_600_000).toISOString();
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    world.noticedAt = dueAt;
  });
  const { user, world } = app;
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const field = await screen.findByLabelText("Your answer");
  await user.type(field, "Hi Eva! I'll get back to you tomorrow.");
  await user.click(await screen.findByRole("button", { name: /Record it/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(dialog.getByLabelText("What we will do")).toHaveValue("I'll get back to you tomorrow.");
  expect(dialog.getByLabelText(/^By when/)).not.toHaveValue("");
  expect(await dialog.findByLabelText(/reads$/)).toHaveValue("Hi Eva! I'll get back to you tomorrow.");
  await user.click(await dialog.findByRole("radio", { name: /Email/ }));
  await waitFor(() =>
    expect(dialog.getByRole("button", { name: /Promise and send/ })).not.toHaveAttribute("aria-disabled", "true"),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(world.promises).toHaveLength(1));
  expect(world.promises[0]).toMatchObject({ dueAt, sentence: "Hi Eva! I'll get back to you tomorrow." });
  await waitFor(() => expect(screen.getByLabelText("Your answer")).toHaveValue(""));
});

it("administrators write what everybody can promise, and it is offered in the customer's language", async () => {
  app = await renderApp("/admin/promise-actions");
  const { user, world } = app;
  await user.type(await screen.findByLabelText("In English"), "I am asking our workshop{Enter}I look it up");
  await user.click(screen.getByRole("button", { name: /Save/ }));
  await waitFor(() => expect(world.promiseActions.en).toEqual(["I am asking our workshop", "I look it up"]));
});

it("of two who write what everybody can promise the second is told, and loses nothing that was typed", async () => {
  app = await renderApp("/admin/promise-actions");
  const { user, world } = app;
  await user.type(await screen.findByLabelText("In English"), "I look it up");
  world.promiseActions = { en: [], nl: ["Ik zoek het uit"], version: "1" };
  await user.click(screen.getByRole("button", { name: /Save/ }));
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText("In Dutch")).toHaveValue("Ik zoek het uit"));
  expect(screen.getByLabelText("In English")).toHaveValue("I look it up");
  await user.click(screen.getByRole("button", { name: /Save/ }));
  await waitFor(() => expect(world.promiseActions).toMatchObject({ en: ["I look it up"], nl: ["Ik zoek het uit"] }));
});

it("figures say who kept what, and give it as a file", async () => {
  app = await renderApp("/admin/promises");
  expect(await screen.findByRole("heading", { name: "Promises kept" })).toBeInTheDocument();
  const people = within(await screen.findByRole("table", { name: "By person" }));
  expect(people.getByRole("row", { name: /Bram Kuipers/ })).toHaveTextContent("74 %");
  expect(people.getByRole("columnheader", { name: "Became late" })).toBeInTheDocument();
  // A day on which something became late and nothing was kept is no empty day.
  const bar = screen.getByText(/: 0 kept in time, 1 became late$/).closest("g");
  expect(Number(bar?.querySelector("rect.late")?.getAttribute("height"))).toBeGreaterThan(0);
  expect(screen.getByRole("link", { name: "As CSV" })).toHaveAttribute(
    "href",
    expect.stringMatching(/figures\.csv\?from=/),
  );
});

it("a promise of one's own that becomes late is said on the screen, once, until it is put away", async () => {
  app = await renderApp("/inbox/mine", (world) => {
    world.promises.push(given("a", { action: "I look for the parcel" }));
  });
  const { user, world } = app;
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await screen.findByRole("link", { name: /Due today/ });
  // What is pressing when the screen opens is on it already: the first look comes before the change.
  await waitFor(() => expect(screen.getByText("1 yours")).toBeInTheDocument());
  await new Promise((done) => setTimeout(done, 300));
  const found = world.promises[0];
  if (found) Object.assign(found, { state: "late" });
  world.emit({ type: "promises" });
  const told = within(await screen.findByRole("status", { name: "Your promises" }, { timeout: 4000 }));
  expect(told.getByText("I look for the parcel")).toBeInTheDocument();
  await user.click(told.getByRole("button", { name: "Put away" }));
  expect(screen.queryByRole("status", { name: "Your promises" })).toBeNull();
});

it("a call in which they spoke is asked about, where the answer was promised by phone", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) => {
    const soon = new Date(Date.now() + 600_000).toISOString();
    world.promises.push(
      given("a", { channel: "voice", action: "I call when the parcel is found" }),
      given("b", { channel: "email", action: "I send the invoice", dueAt: soon }),
    );
  });
  const { user, world } = app;
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const placed = world.place("k-eva", "t-eva", "+31612345601");
  const rings = world.calls.at(-1);
  const over = (outcome: "unreached" | "answered", seconds: number | null) => {
    const live = world.calls.at(-1) ?? rings;
    if (placed.call && live) world.calling(live, { ...placed.call, state: "over", outcome, seconds });
  };
  over("unreached", null);
  expect(await screen.findByText(/they did not pick up/)).toBeInTheDocument();
  expect(screen.queryByText(/Does that keep what you promised/)).toBeNull();

  over("answered", 72);
  expect(await screen.findByText(/Does that keep what you promised/)).toBeInTheDocument();
  expect(world.promises[0]?.state).toBe("open");
  await user.keyboard("{Escape}");
  await user.keyboard("{Shift>}K{/Shift}");
  // The key is about what is asked, although another one is due before it.
  await waitFor(() => expect(world.promises[0]).toMatchObject({ state: "kept", keptBy: placed.id }));
  expect(world.promises[1]).toMatchObject({ state: "open" });
  await waitFor(() => expect(screen.queryByText(/Does that keep what you promised/)).toBeNull());
});

function given(id: string, part: Partial<PromiseRecord>): PromiseRecord {
  return {
    id,
    state: "open",
    told: "delivered",
    dueAt: new Date(Date.now() + 3_600_000).toISOString(),
    channel: "email",
    account: "email-support",
    waitsFor: null,
    lateSince: null,
    keptBy: null,
    escalated: 0,
    owner: { id: me.id, name: me.name },
    heard: "My parcel is not there",
    action: "",
    sentence: "",
    topic: "t-eva",
    topicTitle: "Order 4711-82",
    conversation: "k-eva",
    customer: { id: "c-eva", name: "Eva Lindeman" },
    entry: "e",
    moments: [],
    madeAt: new Date().toISOString(),
    noticedAt: null,
    closedAt: null,
    reason: null,
    statusUrl: "/p/token",
    ...part,
  };
}

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}
