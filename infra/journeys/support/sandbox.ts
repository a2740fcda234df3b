import { expect } from "@playwright/test";
import type { Customer } from "./given.ts";
import { json } from "./http.ts";

type Texts = { items: { direction: "in" | "out"; channel: string; text: string }[] };
type Mail = { folder: string; subject: string; text: string | null; html: string | null };

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

export async function sendMail(from: Customer, subject: string, body: { text?: string; html?: string }): Promise<void> {
  await json(`${base()}/mails`, "POST", {
    from: `"${from.name}" <${from.email}>`,
    to: ["support@loper.test"],
    subject,
    ...body,
  });
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
