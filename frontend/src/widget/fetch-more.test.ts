import { afterEach, expect, it } from "vitest";
import { fetchMore } from "./fetch-more";

afterEach(() => {
  document.head.innerHTML = "";
});

const added = () => document.head.querySelector("script") as HTMLScriptElement;

it("takes the parts the second script gives, lends it the Preact that is here, and leaves nothing behind", async () => {
  const coming = fetchMore("https://help.example/widget/more.js", "abc");
  const script = added();
  expect(script.src).toBe("https://help.example/widget/more.js");
  expect(script.nonce).toBe("abc");
  const parts = { css: "" };
  Object.assign(script, {
    loper(lend: (name: string) => Record<string, unknown>, given: Record<string, unknown>) {
      expect(lend("preact/hooks").useState).toBeTypeOf("function");
      expect(lend("preact/jsx-runtime").jsxs).toBeTypeOf("function");
      given.more = parts;
    },
  });
  script.dispatchEvent(new Event("load"));
  expect(await coming).toBe(parts);
  expect(added()).toBeNull();
});

it.each(["error", "load"])("fails on %s when nothing was given", async (event) => {
  const coming = fetchMore("https://help.example/widget/more.js", undefined);
  added().dispatchEvent(new Event(event));
  await expect(coming).rejects.toThrow("more.js");
  expect(added()).toBeNull();
});
