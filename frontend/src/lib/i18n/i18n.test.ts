import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { adminEn } from "./admin-en.ts";
import { adminNl } from "./admin-nl.ts";
import { en } from "./en.ts";
import { nl } from "./nl.ts";
import { refusalsNl } from "./refusals-nl.ts";

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
  const said = [...dutch.keys()].filter((key) => !refusalsNl[key.replace("problem.", "")]);
  expect(said.sort()).toEqual([...english.keys()].sort());
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

/** Of the keys of a telephone, and what a phone's layout does not show. */
const ofOtherKeys = new Set(["call.how", "call.pressKey", "conversation.none", "conversation.noneHere"]);

it("what is done with a key is told in another way for who has none", () => {
  const keys = /\b(press|druk)(?= (op )?[A-Z]\b)|\bdruk in een gesprek op\b/i;
  const told = [...english, ...dutch].filter(([key]) => !ofOtherKeys.has(key));
  const touched = told.map(([key, text]) => [key, text.replace(/\[[^|\]]*\|([^\]]*)\]/g, "$1")]);
  expect(touched.filter(([, text]) => keys.test(text ?? ""))).toEqual([]);
  expect(told.filter(([, text]) => /\[[^|\]]*\|/.test(text)).length).toBe(28);
});

/** What only programs, visitors or other sites are told, or what a screen has words of its own for. */
const seenByNobodyHere = new Set([
  "answer-not-kept",
  "foreign-site",
  "invalid-key",
  "key-used",
  "link-over",
  "method-not-allowed",
  "newer-messages",
  "no-consent",
  "no-file",
  "no-such-account",
  "no-such-file",
  "not-acceptable",
  "unknown-visitor",
  "unreadable-steps",
  "unsupported-type",
]);

it("whatever the server may refuse is said in Dutch", () => {
  const java = resolve(import.meta.dirname, "../../../../backend/src/main/java");
  const refused = new Set<string>();
  for (const file of readdirSync(java, { recursive: true, encoding: "utf8" }))
    if (file.endsWith(".java"))
      for (const [, type] of readFileSync(join(java, file), "utf8").matchAll(
        /(?:new ProblemException|ProblemException\.field|new StatusProblems|Done\.Refused|Planned\.refused|[ (]type = )\(?\s*"([a-z-]+)"/g,
      ))
        refused.add(type ?? "");
  expect(refused.size).toBeGreaterThan(80);
  const unsaid = [...refused].filter((type) => !seenByNobodyHere.has(type) && !dutch.has(`problem.${type}`));
  expect(unsaid.sort()).toEqual([]);
});
