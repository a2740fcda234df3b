import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it, vi } from "vitest";
import { drafts } from "../features/composer/drafts.ts";
import { stops } from "../features/composer/stops.ts";
import { undoables } from "../features/composer/undoables.ts";
import { liveState } from "../lib/live-state.ts";
import { outbox } from "../lib/outbox.ts";
import { notices } from "../lib/preferences.ts";
import { renderApp } from "../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  outbox.set([]);
  drafts.set({});
  stops.set({});
  undoables.set([]);
  notices.set(false);
  vi.unstubAllGlobals();
});

const youssef = "/inbox/mine/k-youssef/t-youssef";
const rows = () => screen.getAllByRole("option").map((row) => row.querySelector(".nm")?.textContent ?? "");
const timeline = () => within(screen.getByRole("feed"));
const picture = () => ({
  rows: rows().map((name) => name.replace(", unread", "")),
  said: timeline()
    .getAllByRole("article")
    .map((article) => article.querySelector(".bd")?.textContent),
  counts: [...document.querySelectorAll(".views .n")].map((count) => count.textContent),
});
/** Types an answer; it can be sent as soon as the conversation's end was on the screen. */
const typed = async (user: App["user"], words: string) => {
  await user.type(await screen.findByLabelText("Your answer"), words);
  await waitFor(() => expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "false"));
};
const said = (world: App["world"], conversation: string) =>
  world.entries
    .get(conversation)
    ?.filter((entry) => entry.direction === "out")
    .map((entry) => entry.text);
/** The socket is live, and the conversation is on the screen: whichever comes last. */
const live = async () => {
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
};

/** Sends as people do: by its keys, once the composer knows how the customer can be answered. */
const sendByKeys = async (user: Awaited<ReturnType<typeof renderApp>>["user"]) => {
  await waitFor(() =>
    expect(screen.getByRole("button", { name: /^Send/ })).not.toHaveAttribute("aria-disabled", "true"),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
};

it("whoever is not signed in signs in, and is brought back", async () => {
  app = await renderApp(youssef, (world) => {
    world.signedIn = false;
  });
  const { user } = app;
  await user.type(await screen.findByLabelText("Email address"), "lotte@loper.test");
  await user.type(screen.getByLabelText("Password"), "wrong");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText(/do not belong together/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText("Password"));
  await user.type(screen.getByLabelText("Password"), "loper-demo");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("heading", { name: "Order 4722-10" })).toBeInTheDocument();
});

it("a used set-up link says so, and leads to where one signs in", async () => {
  app = await renderApp("/setup#old");
  expect(await screen.findByRole("alert")).toHaveTextContent("This link was used or has expired");
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/login");
});

it("the first administrator reads on in the language in which they set up", async () => {
  app = await renderApp("/setup#first");
  const { user } = app;
  const sent = new Promise((resolve) => {
    app.server.use(http.post("/api/v1/setup", async ({ request }) => resolve(await request.json())));
  });
  await user.type(await screen.findByLabelText("Your name"), "Noor");
  await user.type(screen.getByLabelText("Email address"), "noor@loper.test");
  await user.type(screen.getByLabelText("Password, at least 10 characters"), "drie paarse olifanten");
  await user.click(screen.getByRole("button", { name: "Make the account" }));
  expect(await sent).toMatchObject({ email: "noor@loper.test", language: "en" });
});

it("the longest waiting topic stands first", async () => {
  app = await renderApp("/inbox/mine");
  await screen.findByText("Youssef El Amrani");
  expect(rows().slice(0, 2)).toEqual(["Annemarie van den Berg, unread", "Youssef El Amrani, unread"]);
});

it("a message that comes in appears without asking", async () => {
  app = await renderApp(youssef);
  await screen.findByRole("feed");
  await live();
  app.world.receive("k-youssef", "Thursday is fine as well");
  expect(await timeline().findByText("Thursday is fine as well")).toBeInTheDocument();
});

it("after a broken line the screen equals a fresh load", async () => {
  app = await renderApp(youssef);
  const { world } = app;
  await screen.findByRole("feed");
  await live();
  for (const socket of [...world.sockets]) socket.close();
  await waitFor(() => expect(liveState.get().status).toBe("offline"));
  for (let number = 1; number <= 20; number++) world.receive("k-youssef", `Said into the void, ${number}`);
  world.assign("t-eva", "p-bram");
  world.rename("t-daan", "Bank Lund");
  world.arrive("Sanne de Boer", "Hallo");
  await live();
  await screen.findByText("Said into the void, 20", { selector: ".tx" });
  const resumed = picture();
  await app.end();
  app = await renderApp(youssef, undefined, world);
  // A fresh load draws in several steps; the resumed screen must be what it comes to.
  await waitFor(() => expect(picture()).toEqual(resumed), { timeout: 5000 });
});

it("while the store is away the screen does not pass for live, and nothing is sent into the void", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await typed(user, "I am on it");
  world.push({ cursor: world.live, store: "away", changes: [] });
  expect(await screen.findByText(/^the store does not answer since/)).toBeInTheDocument();
  expect(screen.queryByText(/^live /)).toBeNull();
  expect(screen.getByText(/Your text is kept here/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "true");
  // What is told beside, such as who is typing, says nothing of the store.
  world.push({ cursor: world.live, changes: [{ type: "presence", conversation: "k-youssef", people: [] }] });
  expect(screen.queryByText(/^live /)).toBeNull();
  world.push({ cursor: world.live, head: world.live, changes: [] });
  expect(await screen.findByText(/^live /)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "false");
});

it("a screen that stays behind the feed's head asks for what it missed", async () => {
  app = await renderApp(youssef);
  const { world } = app;
  await live();
  const cursor = world.live;
  const deaf = vi.spyOn(world, "push").mockImplementation(() => undefined);
  world.receive("k-youssef", "Nobody told you this");
  deaf.mockRestore();
  // Once may be a change that is on its way.
  world.push({ cursor, head: world.live, changes: [] });
  expect(screen.queryByText("Nobody told you this", { selector: ".tx" })).toBeNull();
  world.push({ cursor, head: world.live, changes: [] });
  expect(await timeline().findByText("Nobody told you this")).toBeInTheDocument();
});

it("a customer who types on the site is seen typing", async () => {
  app = await renderApp(youssef);
  const { world } = app;
  await live();
  const people = [{ id: "c-youssef", name: "Youssef El Amrani", state: "typing" as const, customer: true }];
  world.push({ cursor: world.live, changes: [{ type: "presence", conversation: "k-youssef", people }] });
  expect(await screen.findByText("Youssef is typing")).toBeInTheDocument();
  expect(screen.getByRole("status", { name: "Who else is here" })).toBeEmptyDOMElement();
  world.push({ cursor: world.live, changes: [{ type: "presence", conversation: "k-youssef", people: [] }] });
  await waitFor(() => expect(screen.queryByText("Youssef is typing")).toBeNull());
});

it("an answer shows at once, is sent once, and can be taken back", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await user.type(await screen.findByLabelText("Your answer"), "Until Wednesday noon");
  await sendByKeys(user);
  expect(await timeline().findByText("Until Wednesday noon")).toBeInTheDocument();
  await user.click(await screen.findByRole("button", { name: /Undo/ }));
  await waitFor(() => expect(screen.getByLabelText("Your answer")).toHaveValue("Until Wednesday noon"));
  expect(await timeline().findByText("Withdrawn, not sent")).toBeInTheDocument();
  expect(world.entries.get("k-youssef")?.filter((entry) => entry.direction === "out")).toHaveLength(1);
});

it("sending stops when something newer came that was not on the screen", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await screen.findByRole("feed");
  await live();
  await user.type(await screen.findByLabelText("Your answer"), "Until Wednesday noon");
  await waitFor(() => {
    expect(world.watched.thread).toBe("k-youssef");
    expect(world.watched.view?.rows).not.toHaveLength(0);
  });
  // The news stays away: neither pushed nor replayed, as on a line that is slow.
  const { push, since } = world;
  world.push = () => undefined;
  world.since = () => [];
  world.receive("k-youssef", "Never mind, I solved it");
  await sendByKeys(user);
  expect(await screen.findByText("Youssef El Amrani wrote while you were writing")).toBeInTheDocument();
  world.push = push;
  world.since = since;
  expect(screen.getByLabelText("Your answer")).toHaveValue("Until Wednesday noon");
  expect(world.entries.get("k-youssef")?.some((entry) => entry.direction === "out")).toBe(false);
  await user.click(screen.getByRole("button", { name: /Send anyway/ }));
  await waitFor(() =>
    expect(world.entries.get("k-youssef")?.filter((entry) => entry.direction === "out")).toHaveLength(1),
  );
});

it("what is changed after a stop is what is sent", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await typed(user, "Until Wednesday noon");
  const { push, since } = world;
  world.push = () => undefined;
  world.since = () => [];
  world.receive("k-youssef", "Never mind, I solved it");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Youssef El Amrani wrote while you were writing");
  world.push = push;
  world.since = since;
  await typed(user, ", or not at all");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(said(world, "k-youssef")).toEqual(["Until Wednesday noon, or not at all"]));
  expect(screen.queryByText("Youssef El Amrani wrote while you were writing")).toBeNull();
});

it("an answer that was stopped after its writer went on waits where it was written", async () => {
  app = await renderApp(youssef);
  const { user, world, server } = app;
  await live();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    answer = done;
  });
  server.use(
    http.post(
      "/api/v1/conversations/:id/messages",
      async () => {
        await held;
        const newer = world.entries.get("k-youssef")?.slice(-1) ?? [];
        return HttpResponse.json({ type: "newer-messages", newer }, { status: 409 });
      },
      { once: true },
    ),
  );
  await typed(user, "Until Wednesday noon");
  await user.keyboard("{Control>}{Enter}{/Control}{Alt>}{ArrowDown}{/Alt}");
  await screen.findByRole("heading", { name: "Sofa Lund, damaged" });
  answer();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await screen.findByRole("heading", { name: "Order 4722-10" });
  expect(await screen.findByText("Youssef El Amrani wrote while you were writing")).toBeInTheDocument();
  expect(screen.getByLabelText("Your answer")).toHaveValue("Until Wednesday noon");
});

it("undo reaches back from the next conversation", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await typed(user, "Until Wednesday noon");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(said(world, "k-youssef")).toHaveLength(1));
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await screen.findByRole("heading", { name: "Sofa Lund, damaged" });
  expect(await screen.findByText(/Sent to Youssef by WhatsApp/)).toBeInTheDocument();
  await user.keyboard("z");
  await screen.findByRole("heading", { name: "Order 4722-10" });
  expect(await screen.findByLabelText("Your answer")).toHaveValue("Until Wednesday noon");
  expect(world.entries.get("k-youssef")?.at(-1)?.delivery).toBe("withdrawn");
});

it("one key sends, resolves, and goes on to the topic that stood next", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await typed(user, "Until Wednesday noon");
  await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await screen.findByRole("heading", { name: "Sofa Lund, damaged" });
  await waitFor(() => expect(world.topics.get("t-youssef")?.topic.status).toBe("resolved"));
  expect(said(world, "k-youssef")).toEqual(["Until Wednesday noon"]);
});

it("undo of a send that resolved its topic opens the topic again", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await typed(user, "Until Wednesday noon");
  await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  await screen.findByRole("heading", { name: "Sofa Lund, damaged" });
  await waitFor(() => expect(world.topics.get("t-youssef")?.topic.status).toBe("resolved"));
  await user.keyboard("z");
  await screen.findByRole("heading", { name: "Order 4722-10" });
  await waitFor(() => expect(world.topics.get("t-youssef")?.topic.status).toBe("open"));
  expect(world.entries.get("k-youssef")?.find((one) => one.text === "Until Wednesday noon")?.delivery).toBe(
    "withdrawn",
  );
});

it("a send that fails stays visible, and the repeat carries the same client id", async () => {
  app = await renderApp(youssef);
  const { user, server } = app;
  await live();
  const ids: string[] = [];
  server.use(
    http.post(
      "/api/v1/conversations/:id/messages",
      async ({ request }) => {
        ids.push(((await request.json()) as { clientId: string }).clientId);
        return HttpResponse.json({ type: "store-unavailable" }, { status: 503 });
      },
      { once: true },
    ),
  );
  await user.type(await screen.findByLabelText("Your answer"), "Until Wednesday noon");
  await sendByKeys(user);
  expect(await timeline().findByText(/Not sent yet: The store does not answer/)).toBeInTheDocument();
  await user.click(timeline().getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(timeline().queryByText(/Not sent yet/)).toBeNull());
  expect(app.world.byClient.has(ids[0] ?? "")).toBe(true);
});

it("a draft survives leaving the conversation", async () => {
  app = await renderApp(youssef);
  const { user } = app;
  await user.type(await screen.findByLabelText("Your answer"), "Half a thought");
  await user.click(screen.getByText("Daan Hoekstra"));
  await screen.findByRole("heading", { name: "Sofa Lund, damaged" });
  expect(screen.getByRole("option", { name: /Youssef El Amrani.*draft/ })).toBeInTheDocument();
  await user.click(screen.getByText("Youssef El Amrani"));
  await screen.findByRole("heading", { name: "Order 4722-10" });
  expect(await screen.findByLabelText("Your answer")).toHaveValue("Half a thought");
  expect(localStorage.getItem("loper.drafts")).toContain("Half a thought");
});

it("a channel that cannot be used says why and names another", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const whatsapp = await screen.findByRole("radio", { name: /WhatsApp: 24-hour window closed/ });
  expect(whatsapp).toHaveAttribute("aria-disabled", "true");
  expect(whatsapp).toHaveAccessibleName(/Choose email instead/);
});

it("keys act: take, resolve, reopen", async () => {
  app = await renderApp("/inbox/all/k-lieke/t-lieke");
  const { user, world } = app;
  await screen.findByRole("feed");
  await user.keyboard("i");
  await waitFor(() => expect(world.topics.get("t-lieke")?.topic.assignee).toBe("p-lotte"));
  await user.keyboard("e");
  await waitFor(() => expect(world.topics.get("t-lieke")?.topic.status).toBe("resolved"));
  expect(await screen.findByRole("button", { name: /Reopen/ })).toBeInTheDocument();
});

it("a topic that can wait is snoozed by key, stands under Snoozed, and comes back", async () => {
  app = await renderApp("/inbox/mine/k-daan/t-daan");
  const { user, world } = app;
  await screen.findByRole("feed");
  await user.keyboard("s");
  await user.click(await screen.findByRole("menuitem", { name: /Tomorrow morning/ }));
  await waitFor(() => expect(world.topics.get("t-daan")?.topic.status).toBe("snoozed"));
  expect(new Date(world.topics.get("t-daan")?.topic.snoozedUntil ?? "").getHours()).toBe(9);
  expect(await screen.findByText("Snoozed until tomorrow 09:00", { selector: "time" })).toBeInTheDocument();
  expect(await timeline().findByText(/Lotte Jansen snoozed this until .* 09:00/)).toBeInTheDocument();
  await user.keyboard("gs");
  expect(await screen.findByRole("option", { name: /Daan Hoekstra.*back tomorrow 09:00/ })).toBeInTheDocument();
  await user.click(screen.getByText("Daan Hoekstra"));
  await user.click(await screen.findByRole("button", { name: "Bring it back now" }));
  await waitFor(() => expect(world.topics.get("t-daan")?.topic.status).toBe("open"));
});

it("a topic is snoozed to a moment of one's own", async () => {
  app = await renderApp("/inbox/mine/k-daan/t-daan");
  const { user, world } = app;
  await screen.findByRole("feed");
  await user.keyboard("s");
  await user.click(await screen.findByRole("menuitem", { name: /Pick a moment/ }));
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  fireEvent.change(await screen.findByLabelText("Day and time"), { target: { value: `${day}T11:30` } });
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Snooze" }));
  await waitFor(() =>
    expect(world.topics.get("t-daan")?.topic.snoozedUntil).toBe(new Date(`${day}T11:30`).toISOString()),
  );
});

it("a mail is answered to everybody who takes part; elsewhere only after a yes", async () => {
  app = await renderApp("/inbox/all/k-wouters/t-wouters");
  const { user, world } = app;
  await live();
  const composer = within(await screen.findByRole("form", { name: "Answer" }));
  const row = within(await composer.findByRole("group", { name: "Whom it goes to" }));
  expect(row.getByText("boekhouding@wouters.nl")).toBeInTheDocument();
  expect(composer.getByText(/asks for answers at els@wouters.nl/)).toBeInTheDocument();
  await user.click(composer.getByRole("button", { name: "Answer els@wouters.nl" }));
  await user.type(row.getByRole("textbox", { name: "Copy to" }), "kees@wouters.nl, Piet{Enter}");
  expect(row.getByRole("alert")).toHaveTextContent("is not a mail address");
  await user.clear(row.getByRole("textbox", { name: "Copy to" }));
  await user.type(row.getByRole("textbox", { name: "Copy to" }), "kees@wouters.nl{Enter}");
  await user.click(row.getByRole("button", { name: "Remove boekhouding@wouters.nl" }));
  await user.type(composer.getByRole("textbox", { name: "Your answer" }), "Komt eraan.");
  await sendByKeys(user);

  await waitFor(() => expect(said(world, "k-wouters")).toContain("Komt eraan."));
  const sent = world.entries.get("k-wouters")?.at(-1);
  expect(sent).toMatchObject({ to: ["els@wouters.nl"], cc: ["kees@wouters.nl"] });
  expect(sent?.quote).toContain("What was said before");
});

it("a mail is answered to the customer alone, without the history, by keys", async () => {
  app = await renderApp("/inbox/all/k-wouters/t-wouters");
  const { user, world } = app;
  await live();
  await screen.findByRole("group", { name: "Whom it goes to" });
  await user.keyboard("qyr");
  await user.keyboard("Alleen u.");
  await sendByKeys(user);
  await waitFor(() => expect(said(world, "k-wouters")).toContain("Alleen u."));
  expect(world.entries.get("k-wouters")?.at(-1)).toMatchObject({ to: ["wouters@planet.nl"], cc: [], quote: null });
});

it("whoever begins to wait for this person is told, once, while they look elsewhere", async () => {
  const told: string[] = [];
  vi.stubGlobal(
    "Notification",
    class {
      static permission = "granted";
      constructor(title: string, { body }: { body: string }) {
        told.push(`${title}: ${body}`);
      }
    },
  );
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  notices.set(true);
  app = await renderApp(youssef);
  const { world } = app;
  await live();
  await waitFor(() => expect(document.title).toMatch(/^\(\d\)/));
  world.receive("k-emma", "And one more thing");
  await waitFor(() => expect(told).toEqual(["Emma Mulder: Waits for you: Return, table Arc"]));
  world.receive("k-emma", "Hello?");
  world.receive("k-ruben", "Any news?");
  await waitFor(() => expect(told).toHaveLength(2));
  expect(told[1]).toMatch(/^Ruben Smit/);
});

it("a file dropped beside the composer reaches it, and replaces nothing", async () => {
  app = await renderApp(youssef);
  await screen.findByLabelText("Your answer");
  await waitFor(() => expect(screen.getByRole("button", { name: "Attach" })).toBeEnabled());
  const file = new File(["x"], "film.mp4", { type: "video/mp4" });
  Object.defineProperty(file, "size", { value: 80_000_000 });
  // False: the browser is kept from opening it.
  expect(fireEvent.drop(document.body, { dataTransfer: { files: [file], types: ["Files"] } })).toBe(false);
  expect(await screen.findByText("film.mp4 is larger than 10 MB")).toBeInTheDocument();
});

it("more files than a channel carries in one message are not sent, and it says why", async () => {
  app = await renderApp(youssef);
  const { user } = app;
  await user.click(await screen.findByRole("radio", { name: /^WhatsApp/ }));
  await typed(user, "Here they are");
  const file = (name: string) => new File(["x"], name, { type: "image/png" });
  app.server.use(
    http.post("/api/v1/attachments", () =>
      HttpResponse.json(
        { id: crypto.randomUUID(), name: "a.png", type: "image/png", size: 1, url: "/f" },
        { status: 201 },
      ),
    ),
  );
  fireEvent.drop(document.body, { dataTransfer: { files: [file("one.png"), file("two.png")], types: ["Files"] } });
  expect(await screen.findByText(/WhatsApp carries one file in a message/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "true");
  await waitFor(() => expect(screen.getAllByRole("button", { name: "Remove a.png" })).toHaveLength(2));
  await user.click(screen.getAllByRole("button", { name: "Remove a.png" })[0] as HTMLElement);
  await waitFor(() => expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-disabled", "false"));
  expect(screen.queryByText(/WhatsApp carries one file/)).toBeNull();
});

it("an answer nobody can vouch for says what to do, and can be sent again", async () => {
  app = await renderApp(youssef, (world) => {
    const thread = world.entries.get("k-youssef") ?? [];
    const last = thread.at(-1);
    if (last)
      thread.push({
        ...last,
        id: "e-unsure",
        type: "message",
        direction: "out",
        author: { kind: "agent", id: "p-lotte", name: "Lotte Jansen" },
        text: "Thursday between ten and twelve",
        delivery: "unconfirmed",
        deliveryReason: "Twilio's log does not say. Ask the customer whether it arrived.",
      });
  });
  const { user } = app;
  await screen.findByRole("feed");
  expect(await timeline().findByText(/Ask the customer whether it arrived/)).toBeInTheDocument();
  await user.click(timeline().getByRole("button", { name: "Send again" }));
  await waitFor(() => expect(timeline().queryByText(/Ask the customer whether/)).toBeNull());
});

it("the command bar finds a customer on the list", async () => {
  app = await renderApp(youssef);
  const { user } = app;
  await screen.findByRole("feed");
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await screen.findByRole("combobox"), "hoekstra");
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Sofa Lund, damaged" })).toBeInTheDocument();
});

it("dead letters are for administrators, and can be replayed", async () => {
  app = await renderApp("/admin/dead-letters");
  const { user } = app;
  await user.click((await screen.findAllByRole("button", { name: "Read" }))[0] as HTMLElement);
  expect(await screen.findByText(/Subject: =\?broken\?=/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Replay" }));
  await waitFor(() => expect(screen.queryByText(/Subject: =\?broken\?=/)).toBeNull());
});

it("a conversation that was joined to another goes on there, under its old address", async () => {
  app = await renderApp("/inbox/mine/k-old/t-youssef", (world) => {
    world.joined.set("k-old", "k-youssef");
  });
  expect(await screen.findByRole("heading", { name: "Order 4722-10" })).toBeInTheDocument();
  await waitFor(() => expect(timeline().getAllByRole("article").length).toBeGreaterThan(0));
});

it("after a note the field is left, so that no second one runs on into the answer", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  await user.keyboard("nHe sounds tired");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(world.entries.get("k-youssef")?.at(-1)?.text).toBe("He sounds tired"));
  await user.keyboard("nAnd angry");
  expect(screen.getByLabelText("Your note")).toHaveValue("And angry");
});

it("L goes to the newest entry, and the arrows walk past what only happened", async () => {
  app = await renderApp(youssef);
  const { user, world } = app;
  await live();
  world.send("k-youssef", { topic: "t-youssef", text: "He sounds tired", clientId: "c-l" });
  await screen.findByText("He sounds tired");
  await user.keyboard("l");
  expect(document.activeElement).toHaveTextContent("He sounds tired");
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement?.tagName).toBe("ARTICLE");
  expect(document.activeElement).not.toHaveTextContent("He sounds tired");
});
