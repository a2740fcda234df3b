// @vitest-environment node

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Chat, createChat, type World } from "./chat";
import { ChatServer } from "./testing/chat-server";
import { Browser, settingsFor, tabIn, textsIn, worldOf } from "./testing/given";

const soon = { timeout: 8_000, interval: 10 };

let server: ChatServer;
let browser: Browser;
let tabs: Chat[];

function tab(part: Partial<World> = {}): Chat {
  const chat = tabIn(browser, server.base, part);
  tabs.push(chat);
  return chat;
}

async function standing(part: Partial<World> = {}): Promise<Chat> {
  const chat = tab(part);
  chat.open();
  await vi.waitFor(() => expect(chat.store.get().line).toBe("ready"), soon);
  return chat;
}

const visitor = () => server.visitors[0] ?? "";
const stored = (chat: Chat) => vi.waitFor(() => expect(chat.store.get().unsent).toEqual([]), soon);

beforeEach(async () => {
  server = await new ChatServer().start();
  browser = new Browser();
  tabs = [];
});

afterEach(async () => {
  for (const chat of tabs) {
    chat.pause();
  }
  await server.stop();
});

describe("whoever a page of ours brought here", () => {
  it("is not asked how we can reach them", () => {
    const chat = createChat(settingsFor(server.base, { visitor: "eva.proof" }), worldOf(browser));
    tabs.push(chat);
    chat.resume();
    expect(chat.visitor()).toBe("eva.proof");
    expect(chat.store.get().details).toBe("stored");
  });
});

describe("the line", () => {
  it("opens nothing and writes nothing before the visitor opens the chat", async () => {
    tab();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.connections).toBe(0);
    expect(browser.values.size).toBe(0);
  });

  it("says who the visitor is after a reload, and shows the history", async () => {
    const first = await standing();
    first.send("Is the rug there on Saturday?", []);
    await stored(first);
    server.say(visitor(), "Yes, it is.");
    first.pause();

    const again = tab();
    await vi.waitFor(() => expect(textsIn(again)).toEqual(["Is the rug there on Saturday?", "Yes, it is."]), soon);
    expect(server.visitors).toHaveLength(1);
  });

  it("comes back by itself and holds everything that came meanwhile, in order", async () => {
    const chat = await standing();
    server.say(visitor(), "before");
    await vi.waitFor(() => expect(textsIn(chat)).toEqual(["before"]), soon);
    server.goAway();
    await vi.waitFor(() => expect(chat.store.get().line).toBe("trying"), soon);
    const missed = Array.from({ length: 100 }, (_, n) => `missed ${n}`);
    for (const text of missed) {
      server.say(visitor(), text);
    }
    server.comeBack();
    await vi.waitFor(() => expect(textsIn(chat)).toEqual(["before", ...missed]), soon);
    expect(chat.store.get().timeline.gap).toBeNull();
  });

  it("shows older pages when asked for them", async () => {
    const first = await standing();
    for (let n = 0; n < 70; n++) {
      server.say(visitor(), `line ${n}`);
    }
    first.pause();
    const chat = await standing();
    expect(textsIn(chat)).toHaveLength(30);
    chat.older();
    await vi.waitFor(() => expect(textsIn(chat)).toHaveLength(60), soon);
    chat.older();
    await vi.waitFor(() => expect(textsIn(chat)).toHaveLength(70), soon);
    expect(textsIn(chat)[0]).toBe("line 0");
    expect(chat.store.get().timeline.more).toBe(false);
  });

  it("shows nothing of a former visitor when the server gives out a new token", async () => {
    const chat = await standing();
    server.say(visitor(), "for the former visitor");
    await vi.waitFor(() => expect(textsIn(chat)).toHaveLength(1), soon);
    server.forgetAll();
    server.cut();
    await vi.waitFor(() => expect(textsIn(chat)).toEqual([]), soon);
    expect(browser.values.get("visitor")).toBe(visitor());
  });

  it("ignores frames it does not understand", async () => {
    const chat = await standing();
    for (const frame of [
      "",
      "no json",
      "null",
      "[]",
      { type: "later-invention" },
      { type: "entry" },
      { type: "stored" },
    ]) {
      server.tell(visitor(), frame);
    }
    server.say(visitor(), "still here");
    await vi.waitFor(() => expect(textsIn(chat)).toEqual(["still here"]), soon);
    expect(server.connections).toBe(1);
  });
});

describe("a message", () => {
  it("becomes an entry once the server has stored it", async () => {
    const chat = await standing();
    chat.send("Hello", []);
    expect(chat.store.get().unsent).toHaveLength(1);
    await stored(chat);
    expect(chat.store.get().timeline.entries).toMatchObject([{ from: "visitor", text: "Hello" }]);
  });

  it("whose acknowledgement is lost stands once, here and there", async () => {
    const chat = await standing();
    server.loseAcks = 1;
    chat.send("Only once", []);
    await stored(chat);
    await vi.waitFor(() => expect(chat.store.get().line).toBe("ready"), soon);
    expect(textsIn(chat)).toEqual(["Only once"]);
    expect(server.thread(visitor())).toHaveLength(1);
  });

  it("whose acknowledgement is lost is resent unchanged when the welcome no longer shows it", async () => {
    const chat = await standing();
    server.loseAcks = 1;
    chat.send("Long ago", []);
    await vi.waitFor(() => expect(server.thread(visitor())).toHaveLength(1), soon);
    for (let n = 0; n < 40; n++) {
      server.say(visitor(), `later ${n}`);
    }
    await stored(chat);
    expect(server.messages()).toHaveLength(2);
    expect(server.messages()[1]).toEqual(server.messages()[0]);
    expect(server.thread(visitor())).toHaveLength(41);
  });

  it("written without a connection survives a reload and goes out later with its id", async () => {
    const chat = await standing();
    server.goAway();
    await vi.waitFor(() => expect(chat.store.get().line).toBe("trying"), soon);
    chat.send("Kept", []);
    const id = chat.store.get().unsent[0]?.id;
    chat.pause();

    const again = tab();
    expect(again.store.get().unsent).toMatchObject([{ id, text: "Kept" }]);
    server.comeBack();
    await stored(again);
    expect(server.messages().map((frame) => frame.id)).toEqual([id]);
    expect(textsIn(again)).toEqual(["Kept"]);
  });

  it("that the store cannot take now is offered again, and the one after it does not overtake", async () => {
    const chat = await standing();
    server.refusals = [
      { reason: "unavailable", retryAfterMs: 50 },
      { reason: "unavailable", retryAfterMs: 50 },
    ];
    chat.send("first", []);
    chat.send("second", []);
    await vi.waitFor(() => expect(chat.store.get().held).toBe("unavailable"), soon);
    await stored(chat);
    expect(chat.store.get().held).toBeNull();
    expect(server.thread(visitor()).map((one) => one.text)).toEqual(["first", "second"]);
    expect(new Set(server.messages().map((frame) => frame.id)).size).toBe(2);
  });

  it("that came too fast goes out after the wait the server wants", async () => {
    const chat = await standing();
    server.refusals = [{ reason: "too-fast", retryAfterMs: 400 }];
    const start = Date.now();
    chat.send("quick", []);
    await stored(chat);
    expect(Date.now() - start).toBeGreaterThanOrEqual(395);
  });

  it("that is refused for good stays, can be taken back, and holds up nothing", async () => {
    const chat = await standing();
    server.refusals = [{ reason: "too-long", retryAfterMs: null }];
    chat.send("far too long", []);
    chat.send("short", []);
    await vi.waitFor(() => expect(textsIn(chat)).toEqual(["short"]), soon);
    const [failed] = chat.store.get().unsent;
    expect(failed).toMatchObject({ text: "far too long", failure: "too-long" });
    expect(chat.takeBack(failed?.id ?? "")).toMatchObject({ text: "far too long" });
    expect(chat.store.get().unsent).toEqual([]);
  });

  it("told twice stands once", async () => {
    const chat = await standing();
    chat.send("Hello", []);
    await stored(chat);
    const [entry] = server.thread(visitor());
    server.tell(visitor(), { type: "entry", entry });
    server.tell(visitor(), { type: "stored", id: entry?.clientId, entry: entry?.id, at: entry?.at });
    server.say(visitor(), "after");
    await vi.waitFor(() => expect(textsIn(chat)).toEqual(["Hello", "after"]), soon);
  });

  it("written before the first welcome goes out after it", async () => {
    const chat = tab();
    chat.open();
    chat.send("in a hurry", []);
    await stored(chat);
    expect(server.frames[0]?.type).toBe("hello");
    expect(textsIn(chat)).toEqual(["in a hurry"]);
  });
});

describe("two tabs of one visitor", () => {
  it("are one visitor even when both begin at once", async () => {
    const [one, other] = [tab(), tab()];
    one.open();
    other.open();
    await vi.waitFor(() => {
      expect(one.store.get().line).toBe("ready");
      expect(other.store.get().line).toBe("ready");
    }, soon);
    one.send("from one", []);
    await stored(one);
    await vi.waitFor(() => expect(textsIn(other)).toEqual(["from one"]), soon);
  });

  it("stay one visitor when the server no longer knows them", async () => {
    const [one, other] = [await standing(), await standing()];
    server.welcomeAfter = 200;
    server.forgetAll();
    server.cut();
    await vi.waitFor(() => {
      expect(server.visitors).toContain(browser.values.get("visitor"));
      expect(one.store.get().line).toBe("ready");
      expect(other.store.get().line).toBe("ready");
      expect(server.present()).toEqual([browser.values.get("visitor"), browser.values.get("visitor")]);
    }, soon);
  });

  it("show the same, and send each message once", async () => {
    const one = await standing();
    const other = await standing();
    for (let n = 0; n < 5; n++) {
      one.send(`one ${n}`, []);
      other.send(`other ${n}`, []);
    }
    await stored(one);
    await stored(other);
    await vi.waitFor(() => {
      expect(textsIn(one)).toHaveLength(10);
      expect(textsIn(other)).toEqual(textsIn(one));
    }, soon);
    expect(server.messages()).toHaveLength(10);
  });

  it("show each other's unsent messages, and the one that stays sends what the closed one left", async () => {
    const one = await standing();
    const other = await standing();
    server.goAway();
    await vi.waitFor(() => expect(one.store.get().line).toBe("trying"), soon);
    one.send("left behind", []);
    await vi.waitFor(() => expect(other.store.get().unsent).toMatchObject([{ text: "left behind" }]), soon);
    one.pause();
    server.comeBack();
    await stored(other);
    expect(server.messages().map((frame) => frame.text)).toEqual(["left behind"]);
  });

  it("share how far the visitor has read", async () => {
    const one = await standing();
    const other = await standing();
    server.say(visitor(), "news");
    await vi.waitFor(() => expect(textsIn(other)).toEqual(["news"]), soon);
    await vi.waitFor(() => expect(textsIn(one)).toEqual(["news"]), soon);
    one.looking();
    await vi.waitFor(() => expect(other.store.get().readMark).toMatchObject({ entry: "e000000" }), soon);
  });
});

describe("what both sides tell", () => {
  it("received at once, read when looked at, each once", async () => {
    const chat = await standing();
    const { id } = server.say(visitor(), "news");
    await vi.waitFor(() => expect(server.frames).toContainEqual({ type: "received", entry: id }), soon);
    expect(server.frames).not.toContainEqual({ type: "read", entry: id });
    chat.looking();
    chat.looking();
    await vi.waitFor(() => expect(server.frames).toContainEqual({ type: "read", entry: id }), soon);
    expect(server.frames.filter((frame) => frame.type === "read")).toHaveLength(1);
  });

  it("typing, both ways", async () => {
    const chat = await standing();
    chat.typed();
    chat.typed();
    await vi.waitFor(() => expect(server.frames).toContainEqual({ type: "typing", on: true }), soon);
    chat.send("done", []);
    await stored(chat);
    expect(server.frames.filter((frame) => frame.type === "typing")).toEqual([
      { type: "typing", on: true },
      { type: "typing", on: false },
    ]);
    server.tell(visitor(), { type: "typing", name: "Fatima", on: true });
    await vi.waitFor(() => expect(chat.store.get().typing).toBe("Fatima"), soon);
    server.say(visitor(), "There");
    await vi.waitFor(() => expect(chat.store.get().typing).toBeNull(), soon);
  });

  it("details, kept until the server has them", async () => {
    const chat = await standing();
    server.goAway();
    await vi.waitFor(() => expect(chat.store.get().line).toBe("trying"), soon);
    chat.saveDetails({ name: "Lieke", email: "lieke@example.com" });
    expect(chat.store.get().details).toBe("saving");
    server.comeBack();
    await vi.waitFor(() => expect(chat.store.get().details).toBe("stored"), soon);
    expect(server.frames).toContainEqual({ type: "details", name: "Lieke", email: "lieke@example.com" });
    expect([...browser.values.values()].join()).not.toContain("lieke@example.com");
  });

  it("what the site signed, in the hello, and then asks for no proof", async () => {
    const chat = createChat(settingsFor(server.base, { login: "4711.1.ab" }), worldOf(browser));
    tabs.push(chat);
    chat.resume();
    chat.open();
    await vi.waitFor(() => expect(chat.store.get().line).toBe("ready"), soon);
    expect(server.frames[0]).toMatchObject({ type: "hello", login: "4711.1.ab" });
    chat.saveDetails({ email: "lieke@example.com" });
    expect(chat.store.get().proof).toBeNull();
  });
});
