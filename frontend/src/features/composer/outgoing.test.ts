import { expect, it } from "vitest";
import type { Person, ReplyOption } from "../../types/api.ts";
import { emptyDraft } from "./drafts.ts";
import { latest, outgoingOf } from "./outgoing.ts";

const chat = {
  channel: "chat",
  account: "chat-web",
  to: { kind: "visitor", value: "v1" },
} as unknown as ReplyOption;

const written = {
  clientId: "c1",
  conversation: "v1",
  topic: "t1",
  me: { id: "lotte", name: "Lotte Jansen" } as Person,
  draft: { ...emptyDraft, text: " It is on its way ", note: " Ask Pieter ", subject: " Your lamp " },
  way: chat,
  recipients: null,
  quote: false,
  subject: null,
  seen: "e9",
};

it("a message goes the chosen way, with what was seen, and without a name where it has none", () => {
  expect(outgoingOf(written)).toMatchObject({
    kind: "message",
    channel: "chat",
    text: "It is on its way",
    subject: null,
    request: { channel: "chat", account: "chat-web", to: "v1", topic: "t1", text: "It is on its way", seen: "e9" },
  });
});

it("a letter is called what its writer calls it, else after its topic", () => {
  const named = outgoingOf({ ...written, subject: "My lamp" });
  const nameless = outgoingOf({ ...written, subject: "My lamp", draft: { ...written.draft, subject: " " } });
  expect([named.request?.subject, nameless.request?.subject]).toEqual(["Your lamp", "My lamp"]);
});

it("a note goes nowhere, and takes nothing of the message along", () => {
  expect(outgoingOf({ ...written, way: null })).toMatchObject({
    kind: "note",
    channel: null,
    to: null,
    text: "Ask Pieter",
    attachments: [],
    request: null,
  });
});

it("the newest entry is the last by its id, whatever is missing", () => {
  expect(latest(["e2", undefined, "e9", "e3"])).toBe("e9");
  expect(latest([undefined])).toBeUndefined();
});
