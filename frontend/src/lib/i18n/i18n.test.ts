import { expect, it } from "vitest";
import { adminEn } from "./admin-en.ts";
import { adminNl } from "./admin-nl.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";

function flatten(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>))
    for (const [name, text] of flatten(inner, path ? `${path}.${key}` : key)) found.set(name, text);
  return found;
}

const english = new Map([...flatten(en), ...flatten(adminEn)]);
const dutch = new Map([...flatten(nl), ...flatten(adminNl)]);

it("Dutch says everything that English says", () => {
  expect([...dutch.keys()].sort()).toEqual([...english.keys()].sort());
  expect([...dutch].filter(([, text]) => text.trim() === "")).toEqual([]);
});

it("both languages fill the same blanks", () => {
  const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  const differing = [...english].filter(
    ([key, text]) => JSON.stringify(blanks(text)) !== JSON.stringify(blanks(dutch.get(key) ?? "")),
  );
  // The forms for one may leave the number unsaid.
  expect(differing.map(([key]) => key)).toEqual([]);
});

it("nobody exclaims", () => {
  expect([...english.values(), ...dutch.values()].filter((text) => text.includes("!"))).toEqual([]);
});
