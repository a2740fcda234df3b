import { expect, it } from "vitest";
import type { ReplyOption } from "../../types/api.ts";
import { addressed, addressesIn, openQuestion, othersOf, recipientsOf } from "./recipients.ts";

const mail: ReplyOption = {
  channel: "email",
  account: "email-support",
  accountName: "Support",
  to: { kind: "email", value: "ada@example.org" },
  available: true,
  reason: null,
  reasonText: null,
  windowEndsAt: null,
  quietUntil: null,
  capabilities: {
    attachments: true,
    maxAttachmentBytes: 1,
    maxAttachments: 10,
    maxLength: null,
    html: true,
    subject: true,
    letters: true,
    receipts: [],
  },
  everybody: { to: ["ada@example.org", "bob@example.org"], cc: ["carol@example.org"], newcomers: [], replyTo: null },
};
const asking: ReplyOption = {
  ...mail,
  everybody: {
    to: ["ada@example.org"],
    cc: [],
    newcomers: [],
    replyTo: { entry: "e1", from: "ada@example.org", address: "ada@work.example" },
  },
};
const nothing = { others: null, elsewhere: null };

it("everybody who takes part reads the answer, unless the writer says otherwise", () => {
  const all = recipientsOf(mail, nothing);
  expect(all && addressed(all)).toEqual({ to: ["ada@example.org", "bob@example.org"], cc: ["carol@example.org"] });
  const one = recipientsOf(mail, { ...nothing, others: { to: [], cc: [] } });
  expect(one && addressed(one)).toEqual({ to: ["ada@example.org"] });
});

it("a channel that reaches one person has no recipients to choose", () => {
  expect(recipientsOf({ ...mail, capabilities: { ...mail.capabilities, letters: false } }, nothing)).toBeNull();
  expect(recipientsOf(null, nothing)).toBeNull();
});

it("an answer goes elsewhere only after a yes to that very message", () => {
  expect(openQuestion(asking, nothing)?.address).toBe("ada@work.example");
  expect(recipientsOf(asking, nothing)?.customer).toBe("ada@example.org");

  const yes = { ...nothing, elsewhere: { entry: "e1", agreed: true } };
  expect(openQuestion(asking, yes)).toBeNull();
  const agreed = recipientsOf(asking, yes);
  expect(agreed && addressed(agreed)).toEqual({ to: ["ada@work.example"], replyToOf: "e1" });

  const older = { ...nothing, elsewhere: { entry: "e0", agreed: true } };
  expect(openQuestion(asking, older)?.entry).toBe("e1");
  expect(recipientsOf(asking, older)?.customer).toBe("ada@example.org");
});

it("a message that comes back brings its recipients", () => {
  expect(othersOf(["ada@example.org", "bob@example.org"], undefined)).toEqual({ to: ["bob@example.org"], cc: [] });
  expect(othersOf("+31612345601", undefined)).toBeNull();
});

it("addresses are read as people paste them", () => {
  expect(addressesIn(" Bob@Example.org, <carol@example.org>;dan@example.org ")).toEqual([
    "bob@example.org",
    "carol@example.org",
    "dan@example.org",
  ]);
  expect(addressesIn("bob@example.org, carol")).toBeNull();
  expect(addressesIn("  ")).toEqual([]);
});
