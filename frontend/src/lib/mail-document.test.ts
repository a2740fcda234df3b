import { expect, it } from "vitest";
import { fillMail } from "./mail-document.ts";

function shown(html: string, elsewhere = false, own: [string, string][] = []) {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const inside = frame.contentDocument as Document;
  const { blocked } = fillMail(inside, html, { own: new Map(own), elsewhere });
  return { body: inside.body, blocked };
}

it("nothing that runs or loads survives", () => {
  const { body } = shown(
    '<script>alert(1)</script><iframe src="//evil"></iframe><img src="x" onerror="alert(1)"><form action="//evil"><input></form><style>p{background:url(//evil)}</style><object data="//evil"></object>',
  );
  expect(body.querySelector("script, iframe, form, style, object")).toBeNull();
  expect(body.innerHTML).not.toContain("onerror");
});

it("pictures from elsewhere wait until they are asked for", () => {
  const html = '<img src="https://tracker.invalid/p.gif"><img src="//tracker.invalid/q.gif" srcset="//a 2x">';
  const held = shown(html);
  expect(held.blocked).toBe(2);
  expect(held.body.innerHTML).not.toContain("tracker.invalid");
  expect(held.body.innerHTML).not.toContain("srcset");
  expect(shown(html, true).body.innerHTML).toContain("tracker.invalid/p.gif");
});

it("pictures the server put aside are counted, and shown when asked for", () => {
  const html = '<img data-src="https://tracker.invalid/p.gif" />';
  expect(shown(html).blocked).toBe(1);
  expect(shown(html).body.querySelector("img")?.hasAttribute("src")).toBe(false);
  expect(shown(html, true).body.querySelector("img")?.getAttribute("src")).toBe("https://tracker.invalid/p.gif");
});

it("styles that reach out are dropped, others stay", () => {
  const { body } = shown('<p style="background:url(https://tracker.invalid/a)">a</p><p style="color: red">b</p>');
  expect(body.innerHTML).not.toContain("tracker.invalid");
  expect(body.querySelectorAll("p")[1]?.style.color).toBe("red");
});

it("links open outside, and only ordinary ones", () => {
  const { body } = shown('<a href="https://example.org">a</a><a href="javascript:alert(1)">b</a>');
  const [good, bad] = body.querySelectorAll("a");
  expect(good?.getAttribute("rel")).toContain("noopener");
  expect(good?.target).toBe("_blank");
  expect(bad?.hasAttribute("href")).toBe(false);
});

it("pictures of the mail itself are shown from their parts, and nothing else is asked of us", () => {
  const html = '<img src="CID:leg%20photo@x"><img src="cid:gone@x" alt="gone"><img src="/api/v1/session">';
  const { body, blocked } = shown(html, false, [["leg photo@x", "/files/leg"]]);
  expect([...body.querySelectorAll("img")].map((image) => image.getAttribute("src"))).toEqual([
    "/files/leg",
    null,
    null,
  ]);
  expect(blocked).toBe(0);
});
