import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { mailbox, sendMail, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

test("one person with two numbers is joined on screen, writes again, and is taken apart after a look", async ({
  inbox,
  page,
}) => {
  const [first, second] = [customer("Noa"), customer("Noa")];
  const [lamp, table, again] = [words("The lamp"), words("The table"), words("Me again")];
  await text(first, "sms", lamp);
  await text(second, "sms", table);
  await inbox.show("all");
  await inbox.open(lamp);
  const panel = page.getByRole("complementary", { name: "Customer" });

  await test.step("found by number, looked at, joined", async () => {
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: /Join with another customer/ }).click();
    const find = page.getByRole("dialog", { name: "Join with which customer?" });
    await find.getByRole("textbox", { name: "Address, name or id" }).fill(second.phone.replace("+31", "0"));
    await find.getByRole("group").getByRole("button").click();
    const look = page.getByRole("dialog", { name: "Join two customers" });
    await expect(look.getByText("1 topic", { exact: true })).toHaveCount(2);
    await look.getByRole("button", { name: "Join", exact: true }).click();
    await expect(inbox.entry("joined")).toBeVisible();
    await expect(inbox.entry(table)).toBeVisible();
  });

  await test.step("a message that comes since stands in the one conversation", async () => {
    await text(second, "sms", again);
    await expect(inbox.entry(again)).toBeVisible();
  });

  await test.step("taken apart: the look says what goes where, and it goes there", async () => {
    await panel.getByRole("button", { name: "Take apart" }).click();
    const look = page.getByRole("dialog", { name: "Take two customers apart" });
    await expect(look.getByText(/1 message or note came since/)).toBeVisible();
    await look.getByRole("button", { name: "Take apart" }).click();
    await expect(inbox.entry("apart again")).toBeVisible();
    await expect(inbox.entry(again)).toBeHidden();
    await inbox.show("all");
    await inbox.open(again);
    await expect(inbox.entry(table)).toBeVisible();
    await expect(inbox.entry(lamp)).toBeHidden();
  });
});

test("a stranger who types a known customer's address in the chat learns nothing, and a code from that mailbox is needed", async ({
  inbox,
  page,
  elsewhere: shop,
}) => {
  const known = customer("Ada");
  const [secret, hello] = [words("My account number is"), words("I am Ada")];
  await sendMail(known, words("My account"), { text: secret });
  await openChat(shop);
  await say(shop, hello);
  await shop.getByRole("textbox", { name: "Email address" }).fill(known.email);
  await shop.getByRole("button", { name: "Save" }).click();

  await test.step("nothing of the customer reaches the stranger", async () => {
    await shop.getByRole("button", { name: "Send me a code" }).click();
    await shop.getByRole("textbox", { name: "Code" }).fill("000000");
    await shop.getByRole("button", { name: "Confirm" }).click();
    await expect(shop.getByText("That is not the code, or it is used up.")).toBeVisible();
    await shop.reload();
    await expect(log(shop).getByText(hello)).toBeVisible();
    await expect(log(shop).getByText(secret)).toHaveCount(0);
  });

  await test.step("the agent sees a suggestion with what speaks for it, and two customers", async () => {
    await inbox.show("all");
    await inbox.open(hello);
    const maybe = page.getByRole("region", { name: "Might be the same person" });
    await expect(maybe.getByText(new RegExp(known.email))).toBeVisible();
    await expect(inbox.entry(secret)).toBeHidden();
  });

  await test.step("whoever reads the mailbox has the code", async () => {
    await expect
      .poll(async () => (await mailbox(known)).some((mail) => /\d{6} is your code/.test(mail.subject)))
      .toBe(true);
  });
});
