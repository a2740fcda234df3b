import { expect, it } from "vitest";
import type { Fact } from "../../types/fact.ts";
import { markUp, type Said, saidIn } from "./said.ts";

const said = (value: string): Said => ({
  kind: "k",
  name: { nl: "k", en: "k" },
  value,
  instead: null,
  confirmed: false,
  by: null,
});
const marked = (text: string, ...values: string[]) =>
  markUp(text, values.map(said)).flatMap((one) => (one.said ? [one.text] : []));

it("a value is found however it was written", () => {
  expect(marked("Mijn postcode is 1094ha.", "1094 HA")).toEqual(["1094ha"]);
  expect(marked("Bel me op 06 1234-5678, liefst nu", "+31612345678")).toEqual(["06 1234-5678"]);
  expect(marked("Of +31 (0)6 12 34 56 78.", "+31612345678")).toEqual(["+31 (0)6 12 34 56 78"]);
  expect(marked("It is order 4711-82.", "4711-82")).toEqual(["4711-82"]);
});

it("part of another word or number is not it", () => {
  expect(marked("Order 14711-829", "4711-82")).toEqual([]);
  expect(marked("They are lamps", "lamp")).toEqual([]);
  expect(marked("ring 9912345678001", "+31612345678")).toEqual([]);
});

it("a link stays whole, unless it is what was said", () => {
  expect(marked("See https://shop.example/orders/4711-82", "4711-82")).toEqual([]);
  expect(marked("See https://shop.example/orders/4711-82, so 4711-82", "4711-82")).toEqual(["4711-82"]);
  expect(marked("Write to ada@example.com please", "ada@example.com")).toEqual(["ada@example.com"]);
});

it("nothing of a message is lost or doubled by its marks", () => {
  const text = "4711-82 and 1017 AB, that is 4711-82 in 1017 AB";
  const segments = markUp(text, [said("1017 AB"), said("4711-82"), said("1017 AB"), said("gone")]);
  expect(segments.map((one) => one.text).join("")).toBe(text);
  expect(segments.filter((one) => one.said).map((one) => one.text)).toEqual(["4711-82", "1017 AB", "1017 AB"]);
});

it("what signs mean in a pattern they do not mean in a value", () => {
  expect(marked("a.c (x+", "abc")).toEqual([]);
  expect(marked("call (x+", "(x+")).toEqual(["x+"]);
});

it("an entry says what holds, what was said later, and what was corrected", () => {
  const source = { entry: "e1", channel: "chat", at: "" };
  const fact: Fact = {
    kind: "order-number",
    name: { nl: "Bestelnummer", en: "Order number" },
    value: "2",
    state: "corrected",
    source,
    by: { id: "p", name: "Lotte" },
    entries: [],
    earlier: [{ value: "1", state: "said", source, by: null, entries: ["e1", "e2"] }],
  };
  expect(saidIn([fact], "e2")).toMatchObject([{ value: "1", instead: { value: "2", how: "corrected" }, by: "Lotte" }]);
  expect(saidIn([{ ...fact, state: "confirmed", entries: ["e3"], earlier: [] }], "e3")).toMatchObject([
    { value: "2", instead: null, confirmed: true },
  ]);
  expect(saidIn([fact], "e9")).toEqual([]);
});
