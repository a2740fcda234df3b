import { expect, it } from "vitest";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Entry, EntryEvent } from "../../types/api.ts";
import { eventText } from "./event-text.ts";

const t = i18n.getFixedT("en");
const told = (event: EntryEvent, by?: string) =>
  eventText(
    {
      at: "2026-11-27T16:00:00Z",
      text: "",
      author: by ? { kind: "agent", id: "p", name: by } : { kind: "system", id: null, name: "" },
      event,
    } as unknown as Entry,
    t,
    "en",
  );
const bram = { id: "p-bram", name: "Bram" };

it("whoever takes over reads from whom it comes, and why", () => {
  expect(told({ kind: "covered-left", title: "Anna", person: bram })).toBe("From Anna, who left, to Bram");
  expect(told({ kind: "covered-left", title: "Anna" })).toBe("From Anna, who left, to the queue");
  expect(told({ kind: "covered-asked", title: "Anna", person: bram }, "Inge")).toBe(
    "Inge handed this over from Anna to Bram",
  );
  expect(told({ kind: "covered-away", title: "Anna", person: bram, until: "2026-11-30T08:00:00Z" })).toMatch(
    /^From Anna, who is away until Mon 30 Nov \d\d:00, to Bram$/,
  );
});
