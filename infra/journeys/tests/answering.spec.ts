import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { entries, reply, rowOf } from "../support/product.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("an answer that is taken back never leaves, and its text returns to the composer", async ({ inbox, page }) => {
  const writer = customer();
  const [question, rash, calm] = [words("Can you help?"), words("No"), words("Of course")];
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  await inbox.answer(rash);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(inbox.entry(rash)).toContainText("Withdrawn, not sent");
  await expect(inbox.composer.getByRole("textbox", { name: "Your answer" })).toHaveValue(rash);

  // What is sent afterwards arrives; by then the other would have, too.
  await inbox.answer(calm);
  await expect.poll(() => received(writer, "sms")).toEqual([calm]);
});

test("an answer to an old screen is stopped and shows what is newer", async ({ inbox, page }) => {
  const writer = customer();
  const [question, colleague, mine] = [words("Anybody?"), words("I am here"), words("So am I")];
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  const { conversation } = await rowOf(question);

  // The colleague's answer is in the store and on its way to the screen: that is when two people answer at once.
  await page.route("**/messages", async (route) => {
    await reply(conversation, "sms", colleague);
    await route.continue();
    await page.unroute("**/messages");
  });
  await inbox.write(mine);
  await inbox.send();
  const notice = page.getByRole("alert").filter({ hasText: "already answered" });
  await expect(notice).toContainText(colleague);
  await expect(inbox.composer.getByRole("textbox", { name: "Your answer" })).toHaveValue(mine);
  expect((await entries(conversation)).map((entry) => entry.text)).not.toContain(mine);

  await notice.getByRole("button", { name: "Send anyway" }).click();
  await expect(inbox.entry(mine)).toBeVisible();
  await expect.poll(() => received(writer, "sms")).toEqual([colleague, mine]);
});

test("a channel that cannot be used is struck through and says why", async ({ inbox }) => {
  const writer = customer();
  const question = words("Only by text");
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  const channels = inbox.composer.getByRole("radiogroup", { name: "Answer on" });
  const mail = channels.getByRole("radio", { name: /^Email: no address\. Choose SMS instead/ });
  await expect(mail).toHaveAttribute("aria-disabled", "true");
  await expect(mail.locator("s")).toHaveText("Email");
  await mail.click({ force: true });
  await expect(channels.getByRole("radio", { name: "SMS", exact: true })).toBeChecked();
});
