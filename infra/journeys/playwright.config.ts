import { defineConfig } from "@playwright/test";
import { browser } from "./support/browser.ts";

/**
 * Each worker has one browser and one world (a product and its sandbox, support/world.ts): its tests share them and keep
 * apart by their customers. Two on two cores are a third faster, and make the machine too slow to see that nothing of
 * ours keeps a page waiting (steps.spec.ts); with more cores, --workers=2 and so on.
 */
export default defineConfig({
  testDir: "tests",
  outputDir: "target/results",
  globalSetup: "./support/browser.ts",
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    colorScheme: "light",
    viewport: { width: 1440, height: 900 },
    reducedMotion: "reduce",
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...browser,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
