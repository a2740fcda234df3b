import { expect, it } from "vitest";
import { i18n } from "../../lib/i18n/setup.ts";
import type { Entry, EntryEvent } from "../../types/api.ts";
import { eventText } from "./event-text.ts";

const t = i18n.getFixedT("en");
const told = (event: Partial<EntryEvent>, by?: string, kind = "agent") =>
  eventText(
    {
      at: "2026-11-27T16:00:00Z",
      text: "",
      author: by ? { kind, id: "p", name: by } : { kind: "system", id: null, name: "" },
      event,
    } as unknown as Entry,
    t,
    "en",
    [],
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

const customer = { id: "c2", name: "A. Lovelace" };

it.each([
  [{ kind: "merged", customer }, "Lotte joined A. Lovelace to this customer"],
  [{ kind: "unmerged", customer }, "Lotte took this customer and A. Lovelace apart again"],
  [
    { kind: "detached", customer, title: "+31612345602" },
    "Lotte took +31612345602 off this customer: it is A. Lovelace now",
  ],
  [{ kind: "detached-from", customer, title: "+31612345602" }, "Lotte took +31612345602 off A. Lovelace"],
  [{ kind: "shared", title: "family@example.com" }, "Lotte marked family@example.com as used by several people"],
])("what was done about who is who is told: %o", (event, sentence) => {
  expect(told(event, "Lotte")).toBe(sentence);
});

it("a customer who wants to go on elsewhere asked for it; nobody offered it to them", () => {
  const handover = { id: "o-1", from: "chat", to: "voice", code: null };
  expect(told({ kind: "handover-offered", handover }, "Lotte")).toBe("Lotte offered to go on by phone");
  expect(told({ kind: "handover-offered", handover }, "Eva", "customer")).toBe("Eva asked to go on by phone");
});

it("a promise that an answer kept which was taken back is not said to be kept", () => {
  const kept = { text: "", author: { kind: "agent", id: "p", name: "Lotte" }, event: { kind: "kept" } };
  const read = (more: object) => eventText({ ...kept, ...more } as unknown as Entry, t, "en", []);
  expect(read({ delivery: null })).toBe("Lotte kept the promise");
  expect(read({ delivery: "withdrawn" })).toBe("Lotte kept the promise with an answer that was taken back");
});

it("a customer who wants their answer elsewhere said where", () => {
  expect(told({ kind: "answer-on", title: "email" }, "Eva", "customer")).toBe("Eva wants the answer by email");
  expect(told({ kind: "answer-on" }, "Eva", "customer")).toBe("Eva wants the answer on another channel");
});
