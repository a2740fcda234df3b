import { expect, it } from "vitest";
import { handedPassword } from "./handed-password.ts";

it("a password to be handed over is long, readable and never the same", () => {
  const made = Array.from({ length: 200 }, handedPassword);
  for (const one of made) expect(one).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/);
  expect(new Set(made).size).toBe(200);
  // Whatever may be drawn is drawn.
  expect(new Set(made.join("").replaceAll("-", "")).size).toBe(32);
});
