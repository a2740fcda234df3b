import { build, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { devChat } from "./src/widget/testing/dev-server.ts";

const jsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;
const target = ["es2022", "safari16.4"];

/**
 * The second script, dist/widget/more.js: a classic one, too, since a page need not let modules of ours in. It stands as a
 * function on its own element, and is handed the Preact of the first (src/widget/fetch-more.ts).
 */
function more(): Plugin {
  return {
    name: "loper-more",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        oxc: jsx,
        build: {
          outDir: "dist/widget",
          emptyOutDir: false,
          target,
          sourcemap: false,
          reportCompressedSize: false,
          lib: { entry: "src/widget/more/more.tsx", formats: ["cjs"], fileName: () => "more.js" },
          rolldownOptions: {
            external: /^preact/,
            output: { banner: "document.currentScript.loper=function(require,exports){", footer: "};" },
          },
        },
      });
    },
  };
}

/** The steps' script, dist/widget/steps.js: by itself, for pages that have no chat. */
function steps(): Plugin {
  return {
    name: "loper-steps",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: "warn",
        build: {
          outDir: "dist/widget",
          emptyOutDir: false,
          target,
          sourcemap: false,
          reportCompressedSize: false,
          lib: {
            entry: "src/widget/steps/steps.ts",
            formats: ["iife"],
            name: "loperRecorder",
            fileName: () => "steps.js",
          },
        },
      });
    },
  };
}

// The customers' chat widget: one classic script without exports, dist/widget/loper.js.
export default defineConfig({
  oxc: jsx,
  publicDir: false,
  plugins: [devChat(), more(), steps()],
  build: {
    outDir: "dist/widget",
    target,
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
