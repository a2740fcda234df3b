import { expect, it } from "vitest";
import type { Channel, ReplyOption } from "../../types/api.ts";
import { carriers, unfit } from "./fit.ts";

const can = (part: Partial<ReplyOption["capabilities"]> = {}): ReplyOption["capabilities"] => ({
  attachments: true,
  maxAttachmentBytes: 100,
  maxAttachments: 2,
  maxLength: 10,
  html: false,
  subject: false,
  letters: false,
  receipts: [],
  ...part,
});

const option = (channel: Channel, part: Partial<ReplyOption> = {}): ReplyOption => ({
  channel,
  account: channel,
  accountName: channel,
  to: null,
  available: true,
  reason: null,
  reasonText: null,
  windowEndsAt: null,
  quietUntil: null,
  everybody: null,
  capabilities: can(),
  ...part,
});

it("says what of a message a channel does not carry", () => {
  const sms = option("sms");
  expect(unfit(sms, { length: 10, files: 2, bytes: 100 })).toBeNull();
  expect(unfit(sms, { length: 11, files: 0, bytes: 0 })).toBe("length");
  expect(unfit(sms, { length: 1, files: 3, bytes: 3 })).toBe("files");
  expect(unfit(sms, { length: 1, files: 1, bytes: 101 })).toBe("size");
  const none = { capabilities: can({ attachments: false, maxAttachments: 0, maxAttachmentBytes: 0 }) };
  expect(unfit(none, { length: 1, files: 1, bytes: 1 })).toBe("no-files");
  expect(unfit(none, { length: 1, files: 0, bytes: 0 })).toBeNull();
});

it("finds what carries it: the way that is open now, and the channels a customer could be led to, never a call", () => {
  const long = { length: 5000, files: 0, bytes: 0 };
  const room = can({ maxLength: null });
  const away = { available: false, reason: "no-address", capabilities: room };
  const voice = option("voice", { available: false, reason: "spoken", capabilities: room });
  expect(carriers([option("sms"), voice, option("email", away)], long)).toEqual({ now: null, channels: ["email"] });
  const chat = option("chat", { capabilities: room });
  expect(carriers([option("sms"), option("email", away), chat], long)).toEqual({
    now: chat,
    channels: ["email", "chat"],
  });
});
