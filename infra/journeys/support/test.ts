import { test as base, type Page } from "@playwright/test";
import { Inbox, signIn } from "./inbox.ts";
import { resolveAll } from "./product.ts";

type Fixtures = {
  /** Lotte, signed in, at no page yet. */
  inbox: Inbox;
  /** A page of somebody else: a browser of their own. */
  elsewhere: Page;
  tidy: undefined;
};

export const test = base.extend<Fixtures>({
  inbox: async ({ context, page }, use) => {
    await signIn(context, "lotte");
    await use(new Inbox(page));
  },
  elsewhere: async ({ browser, contextOptions }, use) => {
    const context = await browser.newContext({ ...contextOptions, baseURL: process.env.SANDBOX_URL });
    await use(await context.newPage());
    await context.close();
  },
  tidy: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names in the pattern
    async ({}, use) => {
      await use(undefined);
      await resolveAll();
    },
    { auto: true },
  ],
});
