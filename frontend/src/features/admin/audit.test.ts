import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adminEn } from "../../lib/i18n/admin-en.ts";
import { en } from "../../lib/i18n/en.ts";

it("whatever the server writes down has words of its own", () => {
  const server = join(import.meta.dirname, "../../../../backend/src/main/java");
  const written = readdirSync(server, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".java"))
    .flatMap((file) => [...readFileSync(join(server, file), "utf8").matchAll(/audit\.record\(([^;]*)/g)])
    .flatMap((call) => [...(call[1] ?? "").matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map((word) => word[1] ?? ""));
  const words = { ...en.admin.did, ...adminEn.admin.did };
  expect(written.length).toBeGreaterThan(30);
  expect(written.filter((what) => !(what in words))).toEqual([]);
});
