import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/preact";
import { afterEach } from "vitest";

configure({ asyncUtilTimeout: 8_000 });
afterEach(cleanup);
