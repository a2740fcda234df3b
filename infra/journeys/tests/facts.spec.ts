import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("an order number told by SMS is shown to whoever begins to ask for it", async ({ inbox, page }) => {
  const writer = customer();
  const number = `${Math.floor(1000 + Math.random() * 8999)}-${Math.floor(10 + Math.random() * 89)}`;
  const question = words(`Where is my order ${number}`);
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);

  const known = page.getByRole("region", { name: "Known" });
  await expect(known.getByText(number)).toBeVisible({ timeout: 20_000 });
  const answer = page.getByRole("textbox", { name: "Your answer" });
  await answer.click();
  await page.keyboard.type("Hello. What is your order number?");
  await expect(page.getByText(`Order number is known: ${number}`)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(answer).toHaveValue(`Hello. I already have your order number, ${number}.`);
});
