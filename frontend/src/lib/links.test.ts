import { describe, expect, it } from "vitest";
import { linkParts, readable, safeHref } from "./links.ts";

const links = (message: string) => linkParts(message).filter((part) => part.href !== null);

describe("an address", () => {
  it("is read without what stands ready behind it", () => {
    expect(readable("https://wa.me/3197010280002?text=Hello%2C%20I%20go%20on%20here.")).toBe(
      "https://wa.me/3197010280002?…",
    );
    expect(readable("https://example.com/a%20b/c?x=1&y=2#z")).toBe("https://example.com/a%20b/c?x=1&y=2#z");
    expect(readable("lieke@example.com")).toBe("lieke@example.com");
  });
});

describe("links in a message", () => {
  it("leave the words as they were", () => {
    const message = "See https://example.com/a?b=1#c, or (www.example.com/x_(y)). Mail: lieke@example.com!";
    expect(
      linkParts(message)
        .map((part) => part.text)
        .join(""),
    ).toBe(message);
  });

  it("are found without the sentence's own signs", () => {
    const message = "See https://example.com/a?b=1#c, or (www.example.com/x_(y)). Mail: lieke@example.com!";
    expect(links(message)).toEqual([
      { text: "https://example.com/a?b=1#c", href: "https://example.com/a?b=1#c" },
      { text: "www.example.com/x_(y)", href: "https://www.example.com/x_(y)" },
      { text: "lieke@example.com", href: "mailto:lieke@example.com" },
    ]);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.com/x",
    "//example.com",
    "just words, 13:38 and 1.5",
  ])("are never made of %s", (message) => {
    expect(links(message)).toEqual([]);
  });

  it("end before a quote or a bracket that could leave an attribute", () => {
    expect(links(`https://example.com/"onmouseover="alert(1)`)).toEqual([
      { text: "https://example.com/", href: "https://example.com/" },
    ]);
    expect(links("https://example.com/<img src=x>")[0]?.href).toBe("https://example.com/");
  });

  it("cope with addresses that no browser can read", () => {
    expect(links("https://[:::1")).toEqual([]);
    expect(links("http://%zz.example")).toEqual([]);
  });

  it("take no longer than a moment for a hostile message", () => {
    const hostile = [
      `${"a.".repeat(4000)}@`,
      "(".repeat(8000),
      `https://${")".repeat(7990)}`,
      "a@".repeat(4000),
      `https://x${".".repeat(7980)}x`,
    ];
    const start = performance.now();
    hostile.forEach(linkParts);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("the address of a file", () => {
  it("is completed with the server's own", () => {
    expect(safeHref("/widget/attachments/e1/a1?visitor=x", "https://chat.example/")).toBe(
      "https://chat.example/widget/attachments/e1/a1?visitor=x",
    );
  });

  it("is refused when it would run something", () => {
    expect(safeHref("javascript:alert(1)", "https://chat.example/")).toBeNull();
    expect(safeHref("data:text/html,x", "https://chat.example/")).toBeNull();
  });
});
