import { expect, it } from "vitest";
import { people } from "../../testing/mock/cast.ts";
import type { Colleague, People } from "../../types/api.ts";
import type { Change } from "../../types/push.ts";
import { applyToPeople } from "./cache.ts";

const fresh: People = { items: [...people].sort((a, b) => (a.name < b.name ? -1 : 1)), live: "e:1" };
const bram = people.find((one) => one.id === "p-bram") as Colleague;
const changed = (person: Colleague): Change => ({ type: "person", person });

it("a colleague who goes to lunch stands so in the list, in their place", () => {
  const away: Colleague = {
    ...bram,
    online: false,
    presence: { state: "away", reason: "lunch", note: null, until: null, since: "2026-11-22T12:00:00Z" },
  };
  const after = applyToPeople(fresh, changed(away));
  expect(after.items.map((one) => one.name)).toEqual(fresh.items.map((one) => one.name));
  expect(after.items.find((one) => one.id === bram.id)).toEqual(away);
});

it("somebody new joins by name", () => {
  const after = applyToPeople(fresh, changed({ ...bram, id: "p-sanne", name: "Cas Bos" }));
  expect(after.items.map((one) => one.name).slice(0, 2)).toEqual(["Bram Kuipers", "Cas Bos"]);
});

it("the same change twice changes nothing more, and others change nothing", () => {
  const change = changed({ ...bram, name: "Bram de Kuiper" });
  const once = applyToPeople(fresh, change);
  expect(applyToPeople(once, change)).toEqual(once);
  expect(applyToPeople(fresh, { type: "removed", topic: "t" })).toBe(fresh);
});
