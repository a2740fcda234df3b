import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { entries, rowOf } from "../support/product.ts";
import { received } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

test("a visitor asks in the chat to be called, and is; until then their topic says so, and a code by text message proves the number", async ({
  inbox,
  elsewhere: shop,
}) => {
  test.slow();
  const rosa = customer("Rosa");
  const question = words("Typing takes me too long");
  await openChat(shop);
  await say(shop, question);
  const { conversation } = await rowOf(question);

  await test.step("the visitor gives a number and a time, once it is a number", async () => {
    await shop.getByRole("button", { name: "Call me" }).click();
    const number = shop.getByRole("textbox", { name: "Phone number" });
    await number.fill("06 12");
    await shop.getByRole("button", { name: "Ask for a call" }).click();
    await expect(shop.getByText("This is not a whole phone number")).toBeVisible();
    await number.fill(rosa.phone.replace("+31", "0"));
    await shop.getByRole("textbox", { name: /When suits you/ }).fill("after four");
    await shop.getByRole("button", { name: "Ask for a call" }).click();
    await expect(log(shop)).toContainText("(after four)");
  });

  await test.step("the list says that they want a call, and what they said stands in the thread", async () => {
    await inbox.show("all");
    await expect(inbox.row("wants a call")).toContainText("after four");
    await inbox.row("wants a call").click();
    await expect(inbox.entry("Please call me")).toContainText(rosa.phone.replace("+31", "0"));
  });

  await test.step("a code in a text message proves that the number is theirs, and nothing else was texted there", async () => {
    await shop.getByRole("button", { name: "Send me a code" }).click();
    await expect.poll(async () => (await received(rosa, "sms")).join()).toMatch(/\d{6} is your code/);
    const texts = await received(rosa, "sms");
    expect(texts).toHaveLength(1);
    await shop.getByRole("textbox", { name: "Code" }).fill(/\d{6}/.exec(texts[0] ?? "")?.[0] ?? "");
    await shop.getByRole("button", { name: "Confirm" }).click();
    await expect(shop.getByText("We know it is you.")).toBeVisible();
  });

  await test.step("one key rings our own phone, then theirs; they speak, and the wish is met", async () => {
    await inbox.speak(rosa);
    await expect(inbox.row("after four")).not.toContainText("wants a call");
    expect((await entries(conversation)).filter((entry) => entry.type === "call")).toHaveLength(1);
  });
});
