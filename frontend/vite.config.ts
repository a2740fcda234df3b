import react from "@vitejs/plugin-react";
import { msw } from "msw/vite";
import { defineConfig } from "vitest/config";

// The agent app. The chat widget has a configuration of its own and builds into dist/widget.
const product = process.env.LOPER_URL ?? "http://localhost:8080";

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === "mock" ? [msw({ mode: "worker-only" })] : [])],

  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    // A data: address in a style sheet would need a hole in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      // The customers' pages are the server's; their style sheet is ours, under a name that stays.
      input: ["index.html", "src/customer/page.css"],
      output: {
        assetFileNames: ({ names }) =>
          names.includes("page.css") ? "customer/page.css" : "assets/[name]-[hash][extname]",
      },
    },
    // The limit that counts is of what a visit downloads: scripts/bundle-size.mjs.
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: {
      "/api": product,
      // The product lets its own origin in, and nobody else.
      "/ws": { target: product, ws: true, changeOrigin: true, headers: { origin: product } },
    },
  },
  test: {
    environment: "jsdom",
    // A world of its own for each file, within threads that stay: a fresh thread for each cost more than the tests.
    pool: "vmThreads",
    setupFiles: ["src/testing/globals.ts", "src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    exclude: ["src/widget/**", "node_modules/**"],
    restoreMocks: true,
    testTimeout: 30_000,
    css: false,
  },
}));
