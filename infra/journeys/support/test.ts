import { test as base, type Page } from "@playwright/test";
import { Inbox, signIn } from "./inbox.ts";
import { resolveAll } from "./product.ts";
import { type Addresses, startWorld } from "./world.ts";

type Fixtures = {
  /** Lotte, signed in, at no page yet. */
  inbox: Inbox;
  /** A page of somebody else: a browser of their own. */
  elsewhere: Page;
  tidy: undefined;
};

type WorkerFixtures = {
  /** This worker's own, or the one that runs already while tests are being written. */
  world: Addresses;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names in the pattern
    async ({}, use, { parallelIndex }) => {
      const { LOPER_URL: productUrl, SANDBOX_URL: sandboxUrl } = process.env;
      if (productUrl && sandboxUrl) return use({ productUrl, sandboxUrl });
      const world = await startWorld(String(parallelIndex + 1));
      process.env.LOPER_URL = world.productUrl;
      process.env.SANDBOX_URL = world.sandboxUrl;
      await use(world);
      await world.end();
    },
    { scope: "worker", auto: true, timeout: 180_000 },
  ],
  baseURL: async ({ world }, use) => use(world.productUrl),
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
