import { expect, type Page } from "@playwright/test";
import { type Customer, customer, words } from "../support/given.ts";
import { Inbox } from "../support/inbox.ts";
import { test } from "../support/test.ts";

test("an SMS, a WhatsApp message, a mail and a chat are answered from the inbox", async ({ page, elsewhere: desk }) => {
  const said = {
    sms: words("Where is it?"),
    whatsapp: words("Which size?"),
    mail: words("My lamp"),
    chat: words("Hello"),
  };
  const ours = {
    sms: words("On its way"),
    whatsapp: words("The large one"),
    mail: words("A new lamp"),
    chat: words("Good day"),
  };
  const inbox = await signInByHand(page);
  let loads = 0;
  page.on("load", () => loads++);

  await become(desk, customer());
  const phone = desk.getByRole("main", { name: /^Phone/ });
  const mail = desk.getByRole("region", { name: /^Mail/ });
  const shop = await desk.context().newPage();
  await shop.goto("/shop/?language=en");
  await shop.getByRole("button", { name: "Open chat" }).click();
  const chat = shop.getByRole("dialog", { name: /^Chat/ });

  await test.step("a text message appears by itself and is answered where it came from", async () => {
    await textFrom(phone, "SMS", said.sms);
    await inbox.open(said.sms);
    await inbox.answer(ours.sms);
  });

  await test.step("the same number on WhatsApp is the same customer, and is answered there", async () => {
    await textFrom(phone, "WhatsApp", said.whatsapp);
    await expect(inbox.entry(said.whatsapp)).toBeVisible();
    await page.getByRole("link", { name: /^All/ }).click();
    await inbox.open(said.whatsapp);
    await inbox.answer(ours.whatsapp);
  });

  await test.step("a mail and a chat appear by themselves and are answered where they came from", async () => {
    await mail.getByRole("button", { name: "Write a mail" }).click();
    await mail.getByRole("textbox", { name: "Subject" }).fill("Broken");
    await mail.getByRole("textbox", { name: "Write a message" }).fill(said.mail);
    await mail.getByRole("button", { name: "Send" }).click();
    await expect(inbox.row(said.mail)).toBeVisible();
    await chat.getByRole("textbox", { name: "Write a message" }).fill(said.chat);
    await chat.getByRole("button", { name: "Send" }).click();
    await expect(inbox.row(said.chat)).toBeVisible();
    for (const channel of ["mail", "chat"] as const) {
      await inbox.open(said[channel]);
      await inbox.answer(ours[channel]);
    }
  });

  await test.step("each answer arrives there", async () => {
    await expect(chat.getByRole("log")).toContainText(ours.chat);
    await expect(phone.getByRole("log")).toContainText(ours.whatsapp);
    await phone.getByRole("tab", { name: "SMS" }).click();
    await expect(phone.getByRole("log")).toContainText(ours.sms);
    await mail
      .getByRole("button", { name: /Re: Broken/ })
      .filter({ hasText: "Lotte" })
      .click();
    await expect(mail.getByRole("heading", { name: "Re: Broken" })).toBeVisible();
    await expect(mail.frameLocator("iframe").getByText(ours.mail)).toBeVisible();
  });

  await test.step("the agent sees that they arrived", async () => {
    await page.getByRole("link", { name: /^Mine/ }).click();
    await inbox.open(said.sms);
    await expect(inbox.entry(ours.sms)).toContainText("delivered");
  });
  expect(loads, "the inbox was never loaded again").toBe(0);
});

async function signInByHand(page: Page): Promise<Inbox> {
  await page.goto("/");
  await page.getByRole("textbox", { name: "Email address" }).fill("lotte@loper.test");
  await page.getByLabel("Password").fill("loper-demo");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: /^Unassigned/ }).click();
  const inbox = new Inbox(page);
  await inbox.live();
  return inbox;
}

/** On the sandbox's desk: somebody who is not in its cast. */
async function become(desk: Page, who: Customer): Promise<void> {
  await desk.goto("/");
  await desk.getByText("Somebody else").click();
  await desk.getByRole("textbox", { name: "Name" }).fill(who.name);
  await desk.getByRole("textbox", { name: "Number" }).fill(who.phone);
  await desk.getByRole("textbox", { name: "Email address" }).fill(who.email);
  await desk.getByRole("button", { name: "Be this person" }).click();
}

async function textFrom(phone: ReturnType<Page["locator"]>, kind: "SMS" | "WhatsApp", said: string): Promise<void> {
  await phone.getByRole("tab", { name: kind }).click();
  await phone.getByRole("textbox", { name: "Write a message" }).fill(said);
  await phone.getByRole("button", { name: "Send" }).click();
}
