import { expect, it } from "vitest";
import type { Identity } from "../../types/api.ts";
import { numbersOf } from "./numbers.ts";

it("numbers are offered once, the best proven first, and browsers are none", () => {
  const number = (kind: string, value: string, level: Identity["level"]): Identity => ({
    ...{ id: `${kind}:${value}`, kind, value, level, shared: false, lastSeen: null, proof: null },
  });
  const all = [
    number("visitor", "abc", "verified"),
    number("phone", "+31900123456", "claimed"),
    number("whatsapp", "+31612345601", "observed"),
    number("phone", "+31612345601", "verified"),
  ];
  expect(numbersOf(all).map((one) => [one.kind, one.value])).toEqual([
    ["phone", "+31612345601"],
    ["phone", "+31900123456"],
  ]);
});
