import { afterEach, describe, expect, it, vi } from "vitest";
import { browserKeep } from "./keep";

afterEach(() => localStorage.clear());

describe("what the browser keeps", () => {
  it("stands under its account, apart from the page's own and other accounts'", () => {
    localStorage.setItem("out:page", "the page's own");
    const keep = browserKeep("chat-web", window, "localStorage");
    keep.set("out:1", "ours");
    browserKeep("other", window, "localStorage").set("out:2", "theirs");
    expect(localStorage.getItem("loper:chat-web:out:1")).toBe("ours");
    expect(keep.keys("out:")).toEqual(["out:1"]);
    keep.remove("out:1");
    expect(keep.get("out:1")).toBeNull();
  });

  it("lasts as long as the page when storage is full", () => {
    const keep = browserKeep("chat-web", window, "localStorage");
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    keep.set("out:1", "unsent");
    expect(keep.get("out:1")).toBe("unsent");
    expect(keep.keys("out:")).toEqual(["out:1"]);
  });

  it("lasts as long as the page when storage is forbidden", () => {
    const forbidden = {
      get localStorage(): Storage {
        throw new DOMException("forbidden", "SecurityError");
      },
    } as Window;
    const keep = browserKeep("chat-web", forbidden, "localStorage");
    keep.set("visitor", "token");
    expect(keep.get("visitor")).toBe("token");
    keep.remove("visitor");
    expect(keep.keys("")).toEqual([]);
  });

  it("tells of another tab's changes to this account only, until told to stop", () => {
    const keep = browserKeep("chat-web", window, "localStorage");
    const changed = vi.fn();
    const stop = keep.watch(changed);
    const elsewhere = (key: string) =>
      window.dispatchEvent(new StorageEvent("storage", { key, newValue: "v", storageArea: localStorage }));
    elsewhere("loper:chat-web:read");
    elsewhere("loper:other:read");
    stop();
    elsewhere("loper:chat-web:read");
    expect(changed.mock.calls).toEqual([["read", "v"]]);
  });
});
