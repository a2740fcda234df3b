import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const folder = join(import.meta.dirname, "../styles");

/** The classes a sheet gives a form of their own, at any width. */
function ownClasses(sheet: string): string[] {
  const text = readFileSync(join(folder, sheet), "utf8")
    .replaceAll(/\/\*.*?\*\//gs, "")
    .replaceAll(/@\w+[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
  return [...text.matchAll(/([^{}]+)\{/g)]
    .flatMap((rule) => (rule[1] ?? "").split(","))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.[\w-]+$/.test(selector));
}

it("a class has its form in one sheet: all of them are loaded at once, and the last would win everywhere", () => {
  const homes = new Map<string, Set<string>>();
  for (const sheet of readdirSync(folder).filter((name) => name.endsWith(".css")))
    for (const name of ownClasses(sheet)) homes.set(name, (homes.get(name) ?? new Set()).add(sheet));
  const torn = [...homes].filter(([, sheets]) => sheets.size > 1).map(([name, sheets]) => [name, ...sheets].join(" "));
  expect(homes.size).toBeGreaterThan(100);
  expect(torn).toEqual([]);
});
