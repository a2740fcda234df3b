import { describe, expect, it } from "vitest";
import { inkOn, readSettings, socketUrl, uploadUrl } from "./settings";

function scriptWith(attributes: Record<string, string>, src = "https://help.example/loper/widget/loper.js") {
  const script = document.createElement("script");
  script.src = src;
  Object.assign(script.dataset, attributes);
  return script;
}

const read = (attributes: Record<string, string>, preferred = "de-DE") =>
  readSettings(scriptWith(attributes), document, preferred);

describe("the settings", () => {
  it("come from the script element, and the address from where it was loaded", () => {
    const settings = read({ account: "chat-web", language: "nl", theme: "dark", accent: "#205493" });
    expect(settings).toEqual({
      account: "chat-web",
      language: "nl",
      theme: "dark",
      accent: "#205493",
      login: null,
      visitor: null,
      open: false,
      base: "https://help.example/loper/",
    });
    expect(settings && socketUrl(settings)).toBe("wss://help.example/loper/ws/chat?account=chat-web");
    expect(settings && uploadUrl(settings)).toBe("https://help.example/loper/widget/uploads?account=chat-web");
  });

  it("are nothing without an account", () => {
    expect(read({})).toBeNull();
  });

  it("keep an account from adding to the address", () => {
    const settings = read({ account: "a&b=c#d" });
    expect(settings && new URL(socketUrl(settings)).searchParams.get("account")).toBe("a&b=c#d");
  });

  it("follow the page's language, then the visitor's, then English", () => {
    expect(read({ account: "a" }, "nl-BE")?.language).toBe("nl");
    expect(read({ account: "a" })?.language).toBe("en");
    document.documentElement.lang = "nl";
    expect(read({ account: "a" }, "en")?.language).toBe("nl");
    document.documentElement.lang = "";
  });

  it("take only a plain colour and a known theme", () => {
    expect(read({ account: "a", accent: "red;background:url(//x)", theme: "neon" })).toMatchObject({
      accent: null,
      theme: null,
    });
  });

  it("choose ink that reads on the accent", () => {
    expect(inkOn("#205493")).toBe("#fff");
    expect(inkOn("#fd0")).toBe("#000");
  });
});
