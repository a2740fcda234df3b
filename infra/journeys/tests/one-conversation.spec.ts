import { expect } from "@playwright/test";
import { type Customer, customer, words } from "../support/given.ts";
import { call, entries, rowOf } from "../support/product.ts";
import { answerMail, dial, inCall, lastCall, letter, received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

type Known = { customer: { id: string; name: string }; topics: { id: string; status: string }[] };
type Identity = { kind: string; value: string; level: string; proof: { how: string } | null };

test("a long first name stands whole in the margin of the timeline", async ({ inbox }) => {
  for (const name of ["Annemarie", "Charlotte", "Sebastiaan"]) {
    const writer = customer(name);
    const question = words("Where is my lamp?");
    await text(writer, "whatsapp", question);
    await inbox.show("all");
    await inbox.row(question).click();
    const speaker = inbox.entry(question).getByText(name, { exact: true });
    await expect(speaker).toBeVisible();
    expect(await speaker.evaluate((one) => one.scrollWidth - one.clientWidth), name).toBeLessThanOrEqual(0);
  }
});

test("from chat by a spoken code to the phone, by a link to WhatsApp, by a letter to mail: one conversation, and nobody asks twice", async ({
  inbox,
  page,
  elsewhere: shop,
}) => {
  test.slow();
  const eva = customer("Eva");
  const order = `${eva.phone.slice(-6, -2)}-${eva.phone.slice(-2)}`;
  const said = {
    chat: words(`Where is my order ${order}`),
    whatsapp: words("I cannot type long here"),
    mail: words("Here is the whole story"),
  };
  await openChat(shop);
  await say(shop, said.chat);
  await inbox.show("all");
  await inbox.open(said.chat);
  const { topic } = await rowOf(said.chat);
  await call(`/topics/${topic.id}/assign`, "POST", { assignee: "lotte" });

  await test.step("chat to phone: the code they read in the chat tells who calls, and about what", async () => {
    await inbox.handOver(/^Phone/);
    await expect(log(shop)).toContainText(/key in \d{3} \d{3}/);
    const code = /key in (\d{3} \d{3})/.exec(await log(shop).innerText())?.[1] ?? "";
    const dialled = await dial(eva);
    await inCall(eva, dialled, "digits", { digits: code.replace(" ", "") });
    await expect.poll(() => heard(eva)).toContain(said.chat);
    await expect.poll(async () => (await lastCall(eva)).rings, "a colleague's phone rings").not.toBeNull();
    await inCall(eva, dialled, "pick-up");
    await expect(inbox.chapter("chat → phone")).toContainText(`continued, code ${code}`);
    await expect(inbox.entry("On the phone with Lotte Jansen")).toBeVisible();
    await inCall(eva, dialled, "hang-up");
    await expect(inbox.entry("Spoke with Lotte Jansen")).toBeVisible();
    await expect(inbox.entry(said.chat)).toBeVisible();
  });

  await test.step("phone to WhatsApp: a link by text message, and what stands ready there is sent", async () => {
    await inbox.handOver(/^WhatsApp/);
    await expect.poll(async () => readyToSend(await received(eva, "sms"))).not.toBe("");
    await text(eva, "whatsapp", readyToSend(await received(eva, "sms")));
    await expect(inbox.chapter("phone → WhatsApp")).toContainText("continued");
    await expect.poll(async () => (await received(eva, "whatsapp")).join()).toContain(`“${topic.title}”`);
    await text(eva, "whatsapp", said.whatsapp);
    await expect(inbox.entry(said.whatsapp)).toBeVisible();
  });

  await test.step("WhatsApp to mail: a letter with what was said, and its answer", async () => {
    await inbox.handOver(/^Email/, eva.email);
    await answerMail(eva, await letter(eva, said.whatsapp), said.mail);
    await expect(inbox.chapter("WhatsApp → email")).toContainText("continued");
    await expect(inbox.entry(said.mail)).toBeVisible();
  });

  await test.step("it is one conversation of one customer, with one matter, and everything in it once", async () => {
    const { conversation } = await rowOf(said.mail);
    const known = await call<Known>(`/conversations/${conversation}`);
    // The line that says that their number was joined is all that is left of the topic in which the call came in.
    expect(known.topics.filter((one) => one.status !== "resolved").map((one) => one.id)).toEqual([topic.id]);
    const texts = (await entries(conversation)).map((entry) => entry.text ?? "");
    for (const one of Object.values(said)) expect(texts.filter((told) => told.startsWith(one))).toHaveLength(1);
    const { identities } = await call<{ identities: Identity[] }>(`/customers/${known.customer.id}`);
    const addresses = identities.filter((one) => one.kind !== "visitor");
    // A call shows a number, which anybody can show.
    expect(addresses.map((one) => [one.kind, one.level, one.proof?.how]).sort()).toEqual([
      ["email", "verified", "handover"],
      ["phone", "observed", undefined],
      ["whatsapp", "verified", "handover"],
    ]);
  });

  await test.step("and what they told in the chat is not asked again by mail", async () => {
    await inbox.composer.getByRole("textbox", { name: "Your answer" }).click();
    await page.keyboard.type("Hello. What is your order number?");
    await expect(page.getByText(`Order number is known: ${order}`)).toBeVisible();
  });
});

/** What the voice has said so far. */
async function heard(by: Customer): Promise<string> {
  return (await lastCall(by)).lines.map((line) => line.text).join("\n");
}

/** The text that stands ready once the newest link to WhatsApp is tapped; empty if none came. */
function readyToSend(messages: string[]): string {
  const link = /https:\/\/wa\.me\/\S+\?text=(\S+)/.exec(messages.at(-1) ?? "");
  return decodeURIComponent(link?.[1] ?? "");
}
