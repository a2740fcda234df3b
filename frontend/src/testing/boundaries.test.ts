import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

// app → features → shared (components, lib, types, styles). The zones are made from the folder list,
// so a new feature is guarded from its first file on.
const source = resolve(import.meta.dirname, "..");
const features = readdirSync(join(source, "features"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith("widget"),
);

function imports(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map((match) =>
    relative(source, resolve(source, dirname(file), match[1] ?? "")),
  );
}

function zone(path: string): string {
  const [first, second] = path.split("/");
  return first === "features" ? `features/${second}` : (first ?? "");
}

function offences(from: (zone: string) => boolean, to: (target: string, origin: string) => boolean): string[] {
  return files
    .filter((file) => from(zone(file)) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      imports(file)
        .filter((target) => to(zone(target), zone(file)))
        .map((target) => `${file} imports ${target}`),
    );
}

describe("boundaries", () => {
  it("knows the features", () => {
    expect(features.length).toBeGreaterThan(0);
  });

  it("no feature imports another feature", () => {
    expect(
      offences(
        (origin) => origin.startsWith("features/"),
        (target, origin) => target.startsWith("features/") && target !== origin,
      ),
    ).toEqual([]);
  });

  it("no feature imports the app", () => {
    expect(
      offences(
        (origin) => origin.startsWith("features/"),
        (target) => target === "app",
      ),
    ).toEqual([]);
  });

  it("shared code imports neither features nor the app", () => {
    expect(
      offences(
        (origin) => ["components", "lib", "types"].includes(origin),
        (target) => target === "app" || target.startsWith("features/"),
      ),
    ).toEqual([]);
  });

  it("nothing of the product imports the mock world, except the entry's development branch", () => {
    expect(
      offences(
        (origin) => origin !== "testing",
        (target) => target === "testing",
      ).filter((offence) => !offence.startsWith("app/main.tsx")),
    ).toEqual([]);
  });
});
