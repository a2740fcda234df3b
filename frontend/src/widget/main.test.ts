import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const events: string[] = [];
const note = (event: Event) => void events.push(event.type);
const names = ["ready", "open", "close", "unread", "message"].map((name) => `loper:${name}`);

async function load(attributes = 'data-account="chat-web" data-language="nl"') {
  document.body.innerHTML = `<script type="text/plain" src="https://help.example/widget/loper.js" ${attributes}></script>`;
  vi.resetModules();
  await import("./main");
}

const root = () => document.querySelector("loper-chat")?.shadowRoot;

beforeEach(() => {
  events.length = 0;
  for (const name of names) {
    document.addEventListener(name, note);
  }
  vi.stubGlobal("WebSocket", vi.fn());
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
});

afterEach(() => {
  for (const name of names) {
    document.removeEventListener(name, note);
  }
  vi.unstubAllGlobals();
  Reflect.deleteProperty(window, "loper");
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = "";
});

describe("the embedded script", () => {
  it("adds one element and one global, and opens and stores nothing", async () => {
    const before = new Set(Object.keys(window));
    await load();
    expect(root()?.querySelector("button")?.getAttribute("aria-label")).toBe("Chat openen");
    expect(Object.getOwnPropertyNames(window.loper)).toEqual(["open", "close", "identify"]);
    expect(Object.keys(window).filter((key) => !before.has(key) && key !== "loper")).toEqual([]);
    expect(WebSocket).not.toHaveBeenCalled();
    expect(localStorage).toHaveLength(0);
    expect(sessionStorage).toHaveLength(0);
    expect(events).toEqual(["loper:ready"]);
  });

  it("opens and closes at the page's wish, and says so", async () => {
    await load();
    window.loper?.open();
    expect(WebSocket).toHaveBeenCalledWith("wss://help.example/ws/chat?account=chat-web");
    await vi.waitFor(() => expect(root()?.querySelector("[role=dialog]")).not.toBeNull());
    window.loper?.close();
    expect(events).toEqual(["loper:ready", "loper:open", "loper:close"]);
  });

  it("does nothing a second time on one page", async () => {
    await load();
    await load();
    expect(events).toEqual(["loper:ready"]);
  });

  it("says what is missing when the page names no account", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    await load("");
    expect(error).toHaveBeenCalledWith("Loper: the script element needs a src and a data-account.");
    expect(window.loper).toBeUndefined();
  });

  it("takes a name and an address from the page as text, whatever the page gives", async () => {
    await load();
    window.loper?.identify({ name: " Lieke ", email: 7 as unknown as string });
    window.loper?.identify(null as unknown as object);
    expect(localStorage.getItem("loper:chat-web:details")).toBe('{"name":"Lieke","email":"7"}');
  });
});
