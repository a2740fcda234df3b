import { expect, it } from "vitest";
import { answered } from "./components/known-notice.tsx";

it("the answer takes the place of the question alone", () => {
  expect(answered("Hi. Which order? Thanks", { asked: { from: 4, to: 16 }, instead: "It is 12." })).toBe(
    "Hi. It is 12. Thanks",
  );
});
