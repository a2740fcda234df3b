import { expect, it } from "vitest";
import type { ReplyOption } from "../../types/api.ts";
import { inOrder } from "./reply-options.ts";

const option = (channel: ReplyOption["channel"], value: string | null, available = true): ReplyOption => ({
  channel,
  account: channel,
  accountName: channel,
  to: value === null ? null : { kind: "email", value },
  available,
  reason: available ? null : "no-address",
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
  everybody: null,
});

it("an address that is known twice is one way to answer", () => {
  const options = [
    option("sms", null, false),
    option("email", "ada@example.org"),
    option("email", "ada@example.org"),
    option("email", "ada@work.example"),
  ];
  expect(inOrder(options).map((one) => one.to?.value ?? one.channel)).toEqual([
    "ada@example.org",
    "ada@work.example",
    "sms",
  ]);
});
