import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import "../../lib/i18n/admin.ts";
import { adminEn } from "../../lib/i18n/admin-en.ts";
import { en } from "../../lib/i18n/en.ts";
import { i18n } from "../../lib/i18n/setup.ts";
import { people, queues } from "../../testing/mock/cast.ts";
import type { AuditRecord } from "../../types/api.ts";
import { onWhat, whoDid } from "./audit-words.ts";

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

const known = {
  people,
  queues: [...queues.items, ...queues.others],
  names: {
    "3f0a91c2d4e5f6a7b8c9": "Ada Lovelace",
    "81be91c2d4e5f6a7b8c9": "",
    a1b2c3d4e5f6a7b8c9d0: "Evening",
    "5c0a91c2d4e5f6a7b8c9": "+31612345601",
  },
  language: "en" as const,
  t: i18n.t,
};
const on = (what: string, target: string, details: Record<string, string> = {}) =>
  onWhat({ id: "1-0", at: "2026-11-26T10:00:00Z", who: "p-noor", what, target, details } satisfies AuditRecord, known);

it("people, queues, teams and customers are called by their names", () => {
  expect(whoDid("p-noor", known)).toBe("Noor de Wit");
  expect(on("presence-set", "p-bram", { state: "away" })).toBe("Bram Kuipers, now away");
  expect(on("person-placed", "p-bram", { teams: "a1b2c3d4e5f6a7b8c9d0" })).toBe("Bram Kuipers, teams Evening");
  expect(on("person-changed", "p-bram", { queues: "every queue → billing (agent), orders (supervisor)" })).toBe(
    "Bram Kuipers, works: everywhere → Invoices (agent), Orders & delivery (supervisor)",
  );
  expect(on("person-changed", "p-bram", { cover: "queue → person:p-inge" })).toBe(
    "Bram Kuipers, taken over by the queue → Inge Vermeer",
  );
  expect(on("handover-offered", "5c0a91c2d4e5f6a7b8c9")).toBe("+31 6 1234 5601");
  expect(on("calendar-changed", "workshop", { name: "Workshop", version: "3" })).toBe("Workshop, version 3");
  const merged = { with: "81be91c2d4e5f6a7b8c9", merge: "0019ac4be1f00001" };
  expect(on("customers-merged", "3f0a91c2d4e5f6a7b8c9", merged)).toBe("Ada Lovelace, with Someone without a name");
});

it("languages, places and roles are said in words", () => {
  expect(on("person-changed", "p-bram", { speaks: "nl → de nl" })).toBe("Bram Kuipers, speaks Dutch → German Dutch");
  expect(on("person-changed", "p-bram", { capacity: "{} → {CHAT=3, EMAIL=12}" })).toBe(
    "Bram Kuipers, takes at a time: – → chat 3, email 12",
  );
  expect(on("handover-route-changed", "chat|sms", { enabled: "false" })).toBe("chat → SMS, offered: no");
});

it("what has no name shows no id", () => {
  expect(on("handover-offered", "5f6a7b8c9d0e1f2a3b4c", { conversation: "3f0a91c2d4e5f6a7b8c9", to: "sms" })).toBe(
    "of Ada Lovelace, to SMS",
  );
  expect(on("customer-erased", "77aa91c2d4e5f6a7b8c9", { entries: "12" })).toBe("messages: 12");
  expect(on("invitation-revoked", "77aa91c2d4e5f6a7b8c9")).toBe("–");
  expect(whoDid("77aa91c2d4e5f6a7b8c9", known)).toBe("somebody unknown");
});

it("what people wrote stays as it was written", () => {
  expect(on("signed-in", "p-noor", { address: "2001:db8::1" })).toBe("Noor de Wit, from 2001:db8::1");
  const written = { name: "Agent online", email: "p-bram1234@example.com" };
  expect(on("department-added", "77aa91c2d4e5f6a7b8c9", written)).toBe("Agent online, mail to p-bram1234@example.com");
});
