import { defineConfig } from "@playwright/test";
import { browser } from "./support/browser.ts";

/** One worker, one browser, one product: the tests share them and keep apart by their customers. */
export default defineConfig({
  testDir: "tests",
  outputDir: "target/results",
  globalSetup: "./support/world.ts",
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.LOPER_URL ?? "",
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
