import { expect } from "@playwright/test";
import type { Customer } from "./given.ts";
import { json } from "./http.ts";

type Texts = { items: { direction: "in" | "out"; channel: string; text: string }[] };
export type Mail = {
  folder: string;
  subject: string;
  text: string | null;
  html: string | null;
  messageId: string | null;
  references: string[];
  headers: { name: string; value: string }[];
};

const base = () => `${process.env.SANDBOX_URL}/api`;

/** Types on a customer's phone; done when the product has it in its store. */
export async function text(from: Customer, channel: "sms" | "whatsapp", words: string): Promise<void> {
  const url = `${base()}/phones/${from.phone}/messages?wait=true`;
  const sent = await json<{ webhook: { arrived: boolean } }>(url, "POST", {
    channel,
    text: words,
    profileName: from.name,
  });
  expect(sent.webhook.arrived, "the product took the message").toBe(true);
}

/** Sends a picture over WhatsApp; done when the product has it in its store. */
export async function sendPicture(from: Customer, words: string, picture: { type: string; base64: string }) {
  const url = `${base()}/phones/${from.phone}/messages?wait=true`;
  const sent = await json<{ webhook: { arrived: boolean } }>(url, "POST", {
    channel: "whatsapp",
    text: words,
    media: [picture],
    profileName: from.name,
  });
  expect(sent.webhook.arrived, "the product took the message").toBe(true);
}

/** Sends a mail as it stands, line by line. */
export async function sendRawMail(from: Customer, lines: string[]): Promise<void> {
  const url = `${base()}/mails/raw?from=${encodeURIComponent(from.email)}&to=support@loper.test`;
  const answer = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: lines.join("\r\n"),
  });
  expect(answer.ok, `the mail was sent: ${answer.status}`).toBe(true);
}

export async function sendMail(from: Customer, subject: string, body: { text?: string; html?: string }): Promise<void> {
  await json(`${base()}/mails`, "POST", {
    from: `"${from.name}" <${from.email}>`,
    to: ["support@loper.test"],
    subject,
    ...body,
  });
}

/** Answers a mail as a mail program does: where it asks for answers, with what keeps the thread together. */
export async function answerMail(from: Customer, mail: Mail, words: string): Promise<void> {
  const header = (name: string) => mail.headers.find((one) => one.name.toLowerCase() === name)?.value;
  await json(`${base()}/mails`, "POST", {
    from: `"${from.name}" <${from.email}>`,
    to: [header("reply-to") ?? header("from")],
    subject: `Re: ${mail.subject}`,
    text: words,
    inReplyTo: mail.messageId,
    references: [...mail.references, mail.messageId],
  });
}

/** The mail with these words, once it is there. */
export async function letter(to: Customer, words: string): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(async () => {
      found = (await mailbox(to)).find((mail) => `${mail.text} ${mail.html}`.includes(words));
      return found !== undefined;
    }, `a mail with “${words}”`)
    .toBe(true);
  return found as Mail;
}

/** A call as the caller hears it. */
export type PhoneCall = {
  sid: string;
  lines: { who: "voice" | "you" | "note"; text: string }[];
  rings: string | null;
  talking: boolean;
  recording: boolean;
  ended: string | null;
};

const calls = (of: Customer) => `${base()}/phones/${of.phone}/calls`;

/** Dials the product's number for calls. */
export async function dial(from: Customer): Promise<PhoneCall> {
  return json(calls(from), "POST", {});
}

export async function lastCall(of: Customer): Promise<PhoneCall> {
  const { items } = await json<{ items: PhoneCall[] }>(calls(of));
  return items[0] as PhoneCall;
}

/** Does something in a call: presses keys, speaks after the tone, picks up at the colleague's side, hangs up. */
export async function inCall(
  of: Customer,
  call: PhoneCall,
  what: "digits" | "message" | "pick-up" | "ignore" | "hang-up",
  body: object = {},
): Promise<void> {
  await json(`${calls(of)}/${call.sid}/${what}`, "POST", body);
}

/** What the phone got from us, oldest first. */
export async function received(by: Customer, channel: "sms" | "whatsapp"): Promise<string[]> {
  const { items } = await json<Texts>(`${base()}/phones/${by.phone}/messages?channel=${channel}`);
  return items.filter((one) => one.direction === "in").map((one) => one.text);
}

export async function mailbox(of: Customer): Promise<Mail[]> {
  const { items } = await json<{ items: Mail[] }>(`${base()}/mailboxes/${of.email}/mails`);
  return items.filter((one) => one.folder === "inbox");
}
