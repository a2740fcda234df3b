import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Chat, createChat, LONGEST_TEXT, type World } from "../chat";
import type { Settings } from "../settings";
import { ChatServer } from "../testing/chat-server";
import { Browser, settingsFor, worldOf } from "../testing/given";
import { LARGEST, MOST, type Upload } from "../uploads";
import { App } from "./app";
import { SLOW } from "./slow-hint";
import type { LoadMore } from "./use-more";

let server: ChatServer;
let browser: Browser;
let chats: Chat[];

interface Given {
  settings?: Partial<Settings>;
  world?: Partial<World>;
  upload?: Upload;
  loadMore?: LoadMore;
  now?: () => number;
}

const more = async () => (await import("../more/more")).more;

function shown({ settings = {}, world = {}, upload = vi.fn(), loadMore = more, now = Date.now }: Given = {}) {
  const all = settingsFor(server.base, settings);
  const chat = createChat(all, worldOf(browser, world));
  chats.push(chat);
  chat.resume();
  chat.reopen();
  const view = render(<App chat={chat} settings={all} upload={upload} loadMore={loadMore} now={now} />);
  return { chat, user: userEvent.setup(), ...view };
}

async function opened(given: Given = {}) {
  const all = shown(given);
  await all.user.click(screen.getByRole("button", { name: /^(Open chat|Chat openen)/ }));
  await screen.findByText("Wij zijn er tot 17:30");
  return all;
}

const visitor = () => server.visitors[0] ?? "";
const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /Write a message|Schrijf een bericht/ });

beforeEach(async () => {
  server = await new ChatServer(() => Date.now()).start();
  browser = new Browser();
  chats = [];
});

afterEach(async () => {
  for (const chat of chats) {
    chat.pause();
  }
  await server.stop();
});

describe("the launcher", () => {
  it("opens a named dialog with the focus in the field, and Escape gives the focus back", async () => {
    const { user } = await opened();
    expect(screen.getByRole("dialog", { name: "Chat with Veldhuis Wonen" })).toBeVisible();
    expect(field()).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(screen.getByRole("button", { name: "Open chat" })).toHaveFocus());
  });

  it("shows what the visitor is asked, takes no focus, and opens the chat with it", async () => {
    const answer = vi.fn();
    window.loperSteps = { answer };
    const { chat, user } = shown({ settings: { language: "nl" } });
    act(() => chat.invite({ id: "delivery-1", text: { nl: "Loop je vast?", en: "Are you stuck?" } }));
    const asked = within(await screen.findByRole("region", { name: "Een vraag van ons" }));
    expect(asked.getByText("Loop je vast?")).toBeVisible();
    expect(document.body).toHaveFocus();
    await user.click(asked.getByRole("button", { name: "Chat openen" }));
    expect(await screen.findByRole("dialog")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Een vraag van ons" })).toBeNull();
    expect(await within(screen.getByRole("dialog")).findByText("Loop je vast?")).toBeVisible();
    expect(answer.mock.calls).toEqual([["delivery-1", "taken"]]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "Een vraag van ons" })).toBeNull();
  });

  it("tells us when the visitor waves the invitation away, and asks nobody who is in the chat already", async () => {
    const answer = vi.fn();
    window.loperSteps = { answer };
    const { chat, user } = shown();
    act(() => chat.invite({ id: "a-1", text: { nl: "Hulp?", en: "Help?" } }));
    await user.click(await screen.findByRole("button", { name: "No, thank you" }));
    expect(screen.queryByText("Help?")).toBeNull();
    expect(answer.mock.calls).toEqual([["a-1", "dismissed"]]);
    await user.click(screen.getByRole("button", { name: "Open chat" }));
    act(() => chat.invite({ id: "b-1", text: { nl: "Hulp?", en: "Help?" } }));
    expect(chat.store.get().invite).toBeNull();
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it("tells how many messages are unread, until they are seen", async () => {
    const { user } = await opened();
    await user.keyboard("{Escape}");
    server.say(visitor(), "one");
    server.say(visitor(), "two");
    await user.click(await screen.findByRole("button", { name: "Open chat, 2 new messages" }));
    await waitFor(() => expect(server.frames.filter((frame) => frame.type === "read")).toHaveLength(1));
    await user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Open chat" })).toBeVisible();
  });

  it("keeps keys pressed in the chat from the page's own shortcuts", async () => {
    const shortcut = vi.fn();
    document.addEventListener("keydown", shortcut);
    const { user } = await opened();
    shortcut.mockClear();
    await user.type(field(), "g");
    expect(shortcut).not.toHaveBeenCalled();
    document.removeEventListener("keydown", shortcut);
  });
});

describe("a conversation", () => {
  it("shows what became of a message in words, from sending to read", async () => {
    const { user } = await opened();
    server.mute = true;
    await user.type(field(), "Is it there on Saturday?{Enter}");
    expect(await screen.findByText("Sending…")).toBeVisible();
    server.mute = false;
    server.cut();
    expect(await screen.findByText("Not sent yet: no connection. We keep trying.")).toBeVisible();
    expect(await screen.findByText(/^Received \d\d:\d\d, not read yet$/)).toBeVisible();
    server.tell(visitor(), { type: "seen", entry: server.thread(visitor())[0]?.id });
    expect(await screen.findByText(/^Received \d\d:\d\d, read$/)).toBeVisible();
    expect(field()).toHaveValue("");
  });

  it("shows what a customer or an agent writes as text, never as HTML, with safe links", async () => {
    await opened();
    const evil = `<img src=x onerror="alert(1)"> javascript:alert(1) https://example.com/a`;
    server.say(visitor(), evil, { name: "<b>Fatima</b>" });
    const link = await screen.findByRole("link", { name: "https://example.com/a" });
    expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
    expect(link.closest("p")).toHaveTextContent(evil);
    expect(screen.getAllByRole("link")).toHaveLength(1);
    expect(document.querySelector("img")).toBeNull();
    expect(screen.getByText("<b>Fatima</b>")).toBeVisible();
  });

  it("shows pictures in place and other files by name, and nothing that would run", async () => {
    await opened();
    server.say(visitor(), "", {
      attachments: [
        { name: "rug.png", type: "image/png", size: 1_000, url: "/widget/attachments/e/1?visitor=x" },
        { name: "care.pdf", type: "application/pdf", size: 2_000_000, url: "/widget/attachments/e/2?visitor=x" },
        { name: "bad.png", type: "image/png", size: 1, url: "javascript:alert(1)" },
        { name: "drawing.svg", type: "image/svg+xml", size: 1, url: "/widget/attachments/e/3" },
      ],
    });
    const picture = await screen.findByRole("link", { name: /^rug\.png/ });
    expect(picture.querySelector("img")?.src).toBe(`${server.base}widget/attachments/e/1?visitor=x`);
    expect(screen.getByRole("link", { name: "care.pdf, 2 MB, opens in a new tab" })).toBeVisible();
    expect(document.querySelectorAll("img")).toHaveLength(1);
    expect(screen.queryByRole("link", { name: /bad\.png/ })).toBeNull();
  });

  it("reads an answer out once, with who said it", async () => {
    await opened();
    server.say(visitor(), "Yes, it is.");
    expect(await screen.findByText("Fatima: Yes, it is.")).toHaveAttribute("aria-live", "polite");
    expect(screen.getByRole("log")).toHaveAttribute("aria-live", "off");
  });

  it("says that an agent is typing", async () => {
    await opened();
    server.tell(visitor(), { type: "typing", name: "Fatima", on: true });
    expect(await screen.findByText("Fatima is typing")).toBeVisible();
    server.tell(visitor(), { type: "typing", name: "Fatima", on: false });
    await waitFor(() => expect(screen.queryByText("Fatima is typing")).toBeNull());
  });

  it("shows that a message was withdrawn instead of its words", async () => {
    await opened();
    const entry = server.say(visitor(), "To the wrong person");
    await screen.findByText("To the wrong person");
    server.tell(visitor(), { type: "entry", entry: { ...entry, withdrawn: true } });
    expect(await screen.findByText("This message was withdrawn.")).toBeVisible();
    expect(within(screen.getByRole("log")).queryByText("To the wrong person")).toBeNull();
  });

  it("shows a promise as a card that says how it stands", async () => {
    await opened();
    const entry = server.say(visitor(), "You will hear from me before 14:00.");
    const dueAt = new Date().toISOString();
    server.tell(visitor(), { type: "entry", entry: { ...entry, promise: { state: "open", dueAt } } });
    expect(await screen.findByText(/^Promised before \d\d:\d\d$/)).toBeVisible();
    const late = { state: "due-soon", dueAt, says: "Later than promised" };
    server.tell(visitor(), { type: "entry", entry: { ...entry, promise: late } });
    expect(await screen.findByText("Later than promised")).toBeVisible();
    expect(screen.queryByText(/^Promised/)).toBeNull();
    server.tell(visitor(), { type: "entry", entry: { ...entry, promise: { state: "kept", dueAt } } });
    expect(await screen.findByText("Kept")).toBeVisible();
    expect(screen.queryByText(/^Promised/)).toBeNull();
  });

  it("leads to a promise's page beside how it stands, not in its sentence", async () => {
    await opened();
    const entry = server.say(
      visitor(),
      "You will hear from me before 14:00.\n\nFollow it here: https://loper.test/p/abc_1",
    );
    const dueAt = new Date().toISOString();
    server.tell(visitor(), { type: "entry", entry: { ...entry, promise: { state: "open", dueAt } } });
    expect(await screen.findByRole("link", { name: "Follow it" })).toHaveAttribute(
      "href",
      "https://loper.test/p/abc_1",
    );
    expect(within(screen.getByRole("log")).getByText("You will hear from me before 14:00.")).toBeVisible();
    expect(within(screen.getByRole("log")).queryByText(/Follow it here/)).toBeNull();
  });

  it("gives a message that was refused for good back to be changed", async () => {
    const { user } = await opened();
    server.refusals = [{ reason: "bad-frame", retryAfterMs: null }];
    await user.type(field(), "hm{Enter}");
    await user.click(await screen.findByRole("button", { name: "Change" }));
    expect(field()).toHaveValue("hm");
    expect(field()).toHaveFocus();
  });

  it("keeps the draft and stays open through a reload, without taking the focus", async () => {
    const session = new Browser();
    const { user, unmount } = await opened({ world: { session: session.keep() } });
    await user.type(field(), "half a sen");
    unmount();
    shown({ world: { session: session.keep() } });
    expect(field()).toHaveValue("half a sen");
    expect(document.body).toHaveFocus();
  });

  it("is Dutch where the page wants Dutch", async () => {
    const { user } = await opened({ settings: { language: "nl" } });
    await user.type(field(), "Kan het zaterdag?{Enter}");
    expect(await screen.findByText(/^Ontvangen \d\d:\d\d, nog niet gelezen$/)).toBeVisible();
    expect(screen.getByRole("dialog", { name: "Chat met Veldhuis Wonen" })).toHaveTextContent(
      "Zodat we je kunnen bereiken als je weggaat",
    );
  });
});

describe("how it stands with the queue", () => {
  const soon = () => new Date(Date.now() + 60_000).toISOString();
  const stands = (part: object) =>
    server.tell(visitor(), { type: "standing", open: true, until: null, before: null, with: null, ...part });

  it("says until when we answer, beside the greeting and later alone", async () => {
    const { user } = await opened();
    stands({ until: soon() });
    expect(await screen.findByText(/^Wij zijn er tot 17:30 We answer until (tomorrow )?\d\d:\d\d\.$/)).toHaveRole(
      "status",
    );
    await user.type(field(), "Hello{Enter}");
    expect(await screen.findByText(/^We answer until (tomorrow )?\d\d:\d\d\.$/)).toBeVisible();
  });

  it("says that we are closed, until when, and that a message may be left", async () => {
    const { user } = await opened();
    stands({ open: false, until: soon(), before: 0 });
    expect(await screen.findByText(/We are closed until (tomorrow )?\d\d:\d\d\.$/)).toBeVisible();
    expect(screen.getByText("Leave your message: we answer here or by email.")).toBeVisible();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    expect(await screen.findByText("You may leave: we answer here or by email.")).toHaveRole("status");
    expect(screen.queryByText("You are next.")).toBeNull();
  });

  it("tells who waits how many are before them, and reads out the last steps only", async () => {
    const { user } = await opened();
    stands({ before: 7 });
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    expect(await screen.findByText("7 people before you.")).toHaveAttribute("aria-live", "off");
    expect(screen.getByText(/You may leave: the answer comes here\./)).toBeVisible();
    stands({ before: 1 });
    expect(await screen.findByText("One person before you.")).not.toHaveAttribute("aria-live");
    stands({ before: 0 });
    expect(await screen.findByText("You are next.")).toBeVisible();
    stands({ before: 51 });
    expect(await screen.findByText("More than 50 people before you.")).toBeVisible();
  });

  it("says who took it up, and no place any more", async () => {
    const { user } = await opened({ settings: { language: "nl" } });
    stands({ before: 2 });
    await user.type(field(), "Hallo{Enter}");
    await user.click(await screen.findByRole("button", { name: "Niet nu" }));
    expect(await screen.findByText("Nog 2 mensen voor je.")).toBeVisible();
    stands({ with: "<b>Lotte</b>" });
    expect(await screen.findByText("<b>Lotte</b> is er voor je.")).toHaveRole("status");
    expect(screen.queryByText("Nog 2 mensen voor je.")).toBeNull();
  });
});

describe("the composer", () => {
  it("begins a line with Shift and Enter, and sends nothing empty", async () => {
    const { user } = await opened();
    await user.type(field(), "  {Enter}");
    await user.clear(field());
    await user.type(field(), "one{Shift>}{Enter}{/Shift}two{Enter}");
    await waitFor(() => expect(server.messages()).toMatchObject([{ text: "one\ntwo" }]));
  });

  it("does not send while a word is being composed", async () => {
    await opened();
    fireEvent.input(field(), { target: { value: "にほん" } });
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    expect(field()).toHaveValue("にほん");
  });

  it("says when a message is too long, and keeps it", async () => {
    const { user } = await opened();
    fireEvent.input(field(), { target: { value: "x".repeat(LONGEST_TEXT + 3) } });
    expect(screen.getByText("3 characters too many. Shorten your message to send it.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(field().value).toHaveLength(LONGEST_TEXT + 3);
    expect(server.messages()).toEqual([]);
  });
});

describe("files", () => {
  const file = (name: string, size = 10) => new File([new Uint8Array(size)], name, { type: "image/png" });
  const ok: Upload = async ({ name, type, size }) => ({ ok: true, file: { id: `up-${name}`, name, type, size } });

  it("go with the message that is sent next", async () => {
    const { user } = await opened({ upload: ok });
    fireEvent.paste(field(), { clipboardData: { files: [file("pasted.png")] } });
    fireEvent.drop(screen.getByRole("dialog"), { dataTransfer: { files: [file("dropped.png")] } });
    await screen.findByText(/^dropped\.png, /);
    await user.click(screen.getByRole("button", { name: "Remove dropped.png" }));
    await user.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(server.messages()).toMatchObject([{ text: "", attachments: ["up-pasted.png"] }]));
  });

  it("hold the message until they are there, and show how far they are", async () => {
    let finish: (value: Awaited<ReturnType<Upload>>) => void = () => {};
    const upload: Upload = (_, __, onProgress) => {
      onProgress(0.4);
      return new Promise((resolve) => {
        finish = resolve;
      });
    };
    const { user } = await opened({ upload });
    fireEvent.paste(field(), { clipboardData: { files: [file("slow.png")] } });
    expect(await screen.findByText("slow.png, 40% sent")).toBeVisible();
    await user.type(field(), "with it{Enter}");
    expect(screen.getByText("Wait until your file has been sent.")).toBeVisible();
    await act(async () => finish({ ok: true, file: { id: "u1", name: "slow.png", type: "image/png", size: 10 } }));
    await user.type(field(), "{Enter}");
    await waitFor(() => expect(server.messages()).toMatchObject([{ text: "with it", attachments: ["u1"] }]));
  });

  it("that are too large or too many are refused in words, before anything is sent", async () => {
    const upload = vi.fn(ok);
    await opened({ upload });
    const large = file("large.png");
    Object.defineProperty(large, "size", { value: LARGEST + 1 });
    fireEvent.paste(field(), { clipboardData: { files: [large] } });
    expect(await screen.findByText("large.png is too large. A file may be 10 MB at most.")).toBeVisible();
    expect(upload).not.toHaveBeenCalled();
    const many = Array.from({ length: MOST }, (_, n) => file(`${n}.png`));
    fireEvent.paste(field(), { clipboardData: { files: many } });
    expect(await screen.findByText(`A message may have ${MOST} files at most.`)).toBeVisible();
  });

  it("that failed can be tried again", async () => {
    const upload = vi.fn(ok).mockResolvedValueOnce({ ok: false, problem: "failed" });
    const { user } = await opened({ upload });
    fireEvent.paste(field(), { clipboardData: { files: [file("a.png")] } });
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByText(/^a\.png, 1 KB$/)).toBeVisible();
  });
});

describe("what comes with the second script", () => {
  it("is fetched when it is wanted, not before, and once", async () => {
    const loadMore = vi.fn(more);
    const { user } = await opened({ loadMore });
    expect(loadMore).not.toHaveBeenCalled();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    await user.type(field(), "Anyone?{Enter}");
    await waitFor(() => expect(server.messages()).toHaveLength(2));
    expect(loadMore).toHaveBeenCalledTimes(1);
  });

  it("holds up nobody when it does not come, and is tried again at the next wish", async () => {
    const loadMore = vi.fn(more).mockRejectedValue(new Error("blocked"));
    server.ways = ["whatsapp"];
    const { user } = await opened({ loadMore });
    await user.type(field(), "Hello{Enter}");
    const way = await screen.findByRole("button", { name: "Go on in WhatsApp" });
    await user.click(way);
    expect(await screen.findByRole("alert")).toHaveTextContent("That does not work now.");
    loadMore.mockImplementation(more);
    await user.click(way);
    expect(await screen.findByRole("button", { name: "Stay here" })).toBeVisible();
  });
});

describe("staying here after all", () => {
  const stays = () => server.frames.filter((frame) => frame.type === "stay");

  it("declines what is shown of the other channel; putting it away does not", async () => {
    server.ways = ["whatsapp"];
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Go on in WhatsApp" }));
    await screen.findByRole("link", { name: "Open the app" });
    await user.click(screen.getByRole("button", { name: "OK" }));
    expect(screen.queryByRole("link", { name: "Open the app" })).toBeNull();
    expect(stays()).toEqual([]);

    await user.click(await screen.findByRole("button", { name: "Go on in WhatsApp" }));
    await screen.findByRole("link", { name: "Open the app" });
    await user.click(screen.getByRole("button", { name: "Stay here" }));
    await waitFor(() => expect(stays()).toEqual([{ type: "stay", offer: "o-whatsapp" }]));
    expect(screen.queryByRole("link", { name: "Open the app" })).toBeNull();
  });

  it("puts away what is open no more, be it asked for or offered", async () => {
    server.ways = ["whatsapp"];
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Go on in WhatsApp" }));
    await screen.findByRole("link", { name: "Open the app" });
    server.tell(visitor(), { type: "over", offer: "o-another" });
    expect(screen.getByRole("link", { name: "Open the app" })).toBeVisible();
    server.tell(visitor(), { type: "over", offer: "o-whatsapp" });
    await waitFor(() => expect(screen.queryByRole("link", { name: "Open the app" })).toBeNull());
    expect(stays()).toEqual([]);
  });

  it("declines what an agent offered, below the message, and is said again where the line was down", async () => {
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await waitFor(() => expect(server.messages()).toHaveLength(1));
    const until = new Date(Date.now() + 60_000).toISOString();
    const offered = server.say(visitor(), "Go on in WhatsApp: open https://wa.me/31", { offer: { id: "o-1", until } });
    server.say(visitor(), "Or here", { offer: { id: "o-2", until: new Date(Date.now() - 1000).toISOString() } });
    await user.click(await screen.findByRole("button", { name: "Stay here" }));
    expect(await screen.findByText("All right. We go on here.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Stay here" })).toBeNull();
    await waitFor(() => expect(stays()).toEqual([{ type: "stay", offer: "o-1" }]));
    // The server then sends the message without its offer.
    server.tell(visitor(), { type: "entry", entry: { ...offered, offer: undefined } });
    server.say(visitor(), "Fine");
    await screen.findByText("Fine");
    expect(screen.getByText("All right. We go on here.")).toBeVisible();
    server.cut();
    await waitFor(() => expect(stays()).toHaveLength(2), { timeout: 5000 });
  });
});

describe("going on by email", () => {
  it("says in its own words what is wrong with an address, which then goes nowhere", async () => {
    server.ways = ["email"];
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Go on by email" }));
    const way = within(await screen.findByRole("region", { name: "Go on by email" }));
    await user.type(await way.findByRole("textbox", { name: "Email address" }), "lieke@{Enter}");
    expect(way.getByRole("alert")).toHaveTextContent("This is not a whole email address");
    expect(server.frames.some((frame) => frame.type === "go-on")).toBe(false);
    await user.type(way.getByRole("textbox", { name: "Email address" }), "example.com{Enter}");
    await waitFor(() =>
      expect(server.frames).toContainEqual(expect.objectContaining({ to: "email", address: "lieke@example.com" })),
    );
  });
});

describe("asking to be called", () => {
  it("is a message with the number beside it, once that is a number, where we can be called at all", async () => {
    server.ways = ["whatsapp", "voice"];
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Call me" }));
    await user.click(await screen.findByRole("textbox", { name: "Phone number" }));
    await user.paste("06 1234");
    await user.keyboard("{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("This is not a whole phone number");
    await user.paste("5678");
    await user.click(screen.getByRole("textbox", { name: /When suits you/ }));
    await user.paste("after four");
    await user.click(screen.getByRole("button", { name: "Ask for a call" }));
    await waitFor(() =>
      expect(server.messages().at(-1)).toMatchObject({
        text: "Please call me: 06 12345678 (after four)",
        call: "06 12345678",
      }),
    );
    expect(within(screen.getByRole("log")).getByText("Please call me: 06 12345678 (after four)")).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Phone number" })).toBeNull();
    expect(server.frames.some((frame) => frame.type === "go-on")).toBe(false);
  });

  it("is followed by a proof that the number is theirs, where we can send a text message", async () => {
    server.ways = ["voice", "sms"];
    const { user } = await opened();
    await user.click(field());
    await user.paste("Hello");
    await user.keyboard("{Enter}");
    await screen.findByRole("textbox", { name: "Email address" });
    await user.click(await screen.findByRole("button", { name: "Call me" }));
    await user.click(await screen.findByRole("textbox", { name: "Phone number" }));
    await user.paste("06 12345678");
    await user.keyboard("{Enter}");
    expect(await screen.findByText(/Is 06 12345678 yours/)).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Email address" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Send me a code" }));
    await waitFor(() => expect(server.frames).toContainEqual({ type: "code", phone: "06 12345678" }));
  });

  it("is not offered where nobody answers a phone", async () => {
    server.ways = ["whatsapp"];
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    expect(await screen.findByRole("button", { name: "Go on in WhatsApp" })).toBeVisible();
    expect(screen.queryByRole("button", { name: "Call me" })).toBeNull();
  });
});

describe("the question how we can reach the visitor", () => {
  it("comes once, after the first message, and says what is wrong with an address", async () => {
    const { user } = await opened();
    expect(screen.queryByRole("form")).toBeNull();
    await user.type(field(), "Hello{Enter}");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "lieke@{Enter}");
    expect(screen.getByRole("alert")).toHaveTextContent("This is not a whole email address");
    await user.type(screen.getByRole("textbox", { name: "Email address" }), "example.com");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(server.frames).toContainEqual({ type: "details", email: "lieke@example.com" }));
    expect(screen.queryByRole("form")).toBeNull();
    expect(await screen.findByText("Thank you. If you leave, we can still reach you.")).toBeVisible();
  });

  it("is followed by a proof, a code that was sent to the address, which says nothing about who is known", async () => {
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.type(await screen.findByRole("textbox", { name: "Email address" }), "lieke@example.com{Enter}");
    await user.click(await screen.findByRole("button", { name: "Send me a code" }));
    const code = await screen.findByRole("textbox", { name: "Code" });
    expect(server.frames).toContainEqual({ type: "code", email: "lieke@example.com" });
    await user.type(code, "000000{Enter}");
    expect(await screen.findByText("That is not the code, or it is used up.")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Code" }), "123456{Enter}");
    expect(await screen.findByText("Thank you. We know it is you.")).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Code" })).toBeNull();
  });

  it("keeps what is being typed in it while the message is stored and answered, and the answer comes below", async () => {
    const { user } = await opened();
    server.mute = true;
    await user.type(field(), "Hello{Enter}");
    await user.type(await screen.findByRole("textbox", { name: "Name" }), "Lie");
    server.mute = false;
    server.cut();
    await screen.findByText(/^Received/);
    server.say(visitor(), "Hello Lieke");
    const answer = await within(screen.getByRole("log")).findByText("Hello Lieke");
    const name = screen.getByRole("textbox", { name: "Name" });
    expect(name).toHaveFocus();
    expect(name).toHaveValue("Lie");
    expect(name.compareDocumentPosition(answer)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("is not asked again of who declined", async () => {
    const { user } = await opened();
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    await user.type(field(), "Anyone?{Enter}");
    await waitFor(() => expect(server.messages()).toHaveLength(2));
    expect(screen.queryByRole("form")).toBeNull();
    expect(server.frames.some((frame) => frame.type === "details")).toBe(false);
  });

  it("is offered again to who declined when nobody answers for a while", async () => {
    const { user } = await opened({ now: () => Date.now() + SLOW + 1_000 });
    await user.type(field(), "Hello{Enter}");
    await user.click(await screen.findByRole("button", { name: "Not now" }));
    await user.click(await screen.findByRole("button", { name: "Leave your email address" }));
    expect(screen.getByRole("form")).toBeVisible();
    server.say(visitor(), "Here I am");
    await user.click(screen.getByRole("button", { name: "Not now" }));
    expect(screen.queryByText(/^Nobody has answered yet/)).toBeNull();
  });
});
