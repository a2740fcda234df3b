import { expect } from "@playwright/test";
import { expectAccessible } from "../support/axe.ts";
import { customer, words } from "../support/given.ts";
import { Inbox, signIn } from "../support/inbox.ts";
import { call, rowOf } from "../support/product.ts";
import { sendMail, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

// Every state of a page is read through, rule by rule.
test.setTimeout(180_000);

for (const scheme of ["light", "dark"] as const)
  test(`the inbox passes axe in every state, ${scheme}`, async ({ inbox, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const writer = customer();
    const question = words("Where is my lamp?");
    await text(writer, "sms", question);
    await sendMail(writer, words("An invoice"), {
      html: "<p>See <b>below</b>.</p>",
      text: "See below.\n\n> So it was\n",
    });
    await inbox.show("all");
    await expectAccessible(page, "a list, nothing open");
    await inbox.open(question);
    await expectAccessible(page, "a conversation");
    for (const [key, what] of [
      ["t", "the menu of people"],
      ["s", "the menu of moments"],
      ["m", "the menu of more"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(page, what);
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("n");
    await inbox.composer.getByRole("textbox", { name: "Your note" }).fill("Ask the warehouse");
    await expectAccessible(page, "a note being written");
    await page.keyboard.press("Control+Enter");
    await expect(inbox.entry("Ask the warehouse")).toBeVisible();
    await inbox.answer("It is on its way");
    await expectAccessible(page, "an answer that can be undone");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("res");
    await expectAccessible(page, "the command bar");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expectAccessible(page, "every key");
    await page.keyboard.press("Escape");
    await inbox.entry("Ask the warehouse").focus();
    await page.keyboard.press("x");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "an entry being moved");
  });

test("sign-in, what is not there, and the administrators' pages pass axe", async ({ browser, contextOptions }) => {
  const context = await browser.newContext({ ...contextOptions, baseURL: process.env.LOPER_URL });
  const page = await context.newPage();
  await page.goto("/login");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await expectAccessible(page, "sign-in");
  await signIn(context, "noor");
  await page.goto("/nowhere");
  await page.getByText("There is nothing at this address.").waitFor();
  await expectAccessible(page, "nothing there");
  for (const [path, heading] of [
    ["/admin/dead-letters", "Dead letters"],
    ["/admin/audit", "Audit"],
    ["/admin/facts", "Facts"],
    ["/admin/facts/new", "New kind of fact"],
    ["/admin/asked", "Asked again"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("heading", { name: heading }).waitFor();
    await expectAccessible(page, heading);
  }
  await context.close();
});

for (const scheme of ["light", "dark"] as const)
  test(`the chat passes axe in every state, ${scheme}`, async ({ elsewhere: shop, inbox }) => {
    await shop.emulateMedia({ colorScheme: scheme });
    await shop.goto("/shop/?language=en");
    await shop.getByRole("button", { name: "Open chat" }).waitFor();
    await expectAccessible(shop, "the shop, the chat closed");
    await openChat(shop);
    await expectAccessible(shop, "the chat, nothing said");
    const question = words("Is it oak?");
    await say(shop, question);
    await expect(log(shop)).toContainText("Received");
    await expectAccessible(shop, "the chat, a question");
    await inbox.show("all");
    await inbox.open(question);
    await inbox.answer("It is ash");
    await expect(log(shop)).toContainText("It is ash");
    await expectAccessible(shop, "the chat, an answer");
  });

test("on a phone the inbox passes axe", async ({ browser, contextOptions }) => {
  const context = await browser.newContext({
    ...contextOptions,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await signIn(context, "lotte");
  const page = await context.newPage();
  const inbox = new Inbox(page);
  const writer = customer();
  const question = words("Still open?");
  await text(writer, "sms", question);
  const row = await rowOf(question);
  await page.goto("/inbox/all");
  await expect(inbox.row(question)).toBeVisible();
  await expectAccessible(page, "the list");
  await page.goto(`/inbox/all/${row.conversation}/${row.topic.id}`);
  await expect(inbox.entry(question)).toBeVisible();
  await expectAccessible(page, "the conversation");
  await call(`/topics/${row.topic.id}/resolve`, "POST");
  await context.close();
});
