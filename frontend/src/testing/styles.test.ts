import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const sheets = readdirSync(join(import.meta.dirname, "../styles")).filter((name) => name.endsWith(".css"));
const folder = join(import.meta.dirname, "../styles");

function rulesOf(sheet: string): string {
  return readFileSync(join(folder, sheet), "utf8")
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/@\w+[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
}

/** The classes a sheet gives a form of their own, at any width. */
function ownClasses(sheet: string): string[] {
  return [...rulesOf(sheet).matchAll(/([^{}]+)\{/g)]
    .flatMap((rule) => (rule[1] ?? "").split(","))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.[\w-]+$/.test(selector));
}

/** The classes that only say how something of another class is: the second one of ".way.off". */
function waysOfBeing(sheet: string): string[] {
  return [...rulesOf(sheet).matchAll(/\.[\w-]+((?:\.[\w-]+)+)/g)].flatMap((found) =>
    (found[1] ?? "").split(".").slice(1),
  );
}

it("a class has its form in one sheet: all of them are loaded at once, and the last would win everywhere", () => {
  const homes = new Map<string, Set<string>>();
  for (const sheet of sheets)
    for (const name of ownClasses(sheet)) homes.set(name, (homes.get(name) ?? new Set()).add(sheet));
  const torn = [...homes].filter(([, places]) => places.size > 1).map(([name, places]) => [name, ...places].join(" "));
  expect(homes.size).toBeGreaterThan(100);
  expect(torn).toEqual([]);
});

it("what only says how another class is has no form of its own elsewhere, but for the small words of the ground", () => {
  const homes = new Map(
    sheets.filter((name) => name !== "base.css").flatMap((name) => ownClasses(name).map((own) => [own, name])),
  );
  const taken = sheets.flatMap((sheet) =>
    waysOfBeing(sheet)
      .filter((name) => homes.has(name) && homes.get(name) !== sheet)
      .map((name) => `${name} of ${homes.get(name)} in ${sheet}`),
  );
  expect(taken).toEqual([]);
});
