import { defineConfig } from "vitest/config";
import { devChat } from "./src/widget/testing/dev-server.ts";

// The customers' chat widget: one classic script without exports, dist/widget/loper.js.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // The steps' script is so small that it is served as it is written.
  publicDir: "widget-public",
  plugins: [devChat()],
  build: {
    outDir: "dist/widget",
    target: ["es2022", "safari16.4"],
    sourcemap: false,
    lib: { entry: "src/widget/main.tsx", formats: ["iife"], name: "loperWidget", fileName: () => "loper.js" },
    reportCompressedSize: false,
  },
  test: {
    environment: "jsdom",
    include: ["src/widget/**/*.test.{ts,tsx}"],
    setupFiles: ["src/widget/testing/setup.ts"],
    // Real sockets on a busy machine.
    testTimeout: 20_000,
    restoreMocks: true,
    css: false,
  },
});
