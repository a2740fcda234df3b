import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/preact";
import { options } from "preact";
import { afterEach } from "vitest";

configure({ asyncUtilTimeout: 8_000 });
// Effects run at once, not after a frame that may come when the page is already taken down.
(options as typeof options & { requestAnimationFrame?: (flush: () => void) => void }).requestAnimationFrame =
  queueMicrotask;
afterEach(cleanup);
