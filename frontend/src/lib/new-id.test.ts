import { expect, it } from "vitest";
import { newId } from "./new-id.ts";

it("an id is made of the name, and is nobody else’s", () => {
  expect(newId("Membership number", [], "kind")).toBe("membership-number");
  expect(newId("Café  №", ["cafe"], "kind")).toBe("cafe-2");
  expect(newId("Große Körbe", ["gro-e-korbe", "gro-e-korbe-2"], "trigger")).toBe("gro-e-korbe-3");
});

it("a name of which nothing is left gets an id of what it is", () => {
  expect(newId("会員", [], "kind")).toBe("kind");
  expect(newId("会員", ["kind"], "kind")).toBe("kind-2");
});
