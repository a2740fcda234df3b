import { expect } from "@playwright/test";
import { signIn } from "../support/inbox.ts";
import { test } from "../support/test.ts";

test("what takes over a second shows that it does, with or without motion, and then no longer", async ({
  context,
  page,
}) => {
  const line = () =>
    page.evaluate(() => {
      const { content, opacity } = getComputedStyle(document.body, "::before");
      return content === "none" ? "no line" : opacity;
    });
  await signIn(context, "inge");
  for (const motion of ["reduce", "no-preference"] as const) {
    await page.emulateMedia({ reducedMotion: motion });
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route("**/api/v1/board*", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/board");
    await expect.poll(line, `the line, ${motion}`).toBe("1");
    release();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect.poll(line, `no line, ${motion}`).toBe("no line");
    await page.unroute("**/api/v1/board*");
  }
});
