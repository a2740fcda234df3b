import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("an answer after WhatsApp's 24 hours fails visibly, with the reason", async ({ inbox, page }) => {
  const writer = customer();
  const [question, answer] = [words("Too late?"), words("Never")];
  await text(writer, "whatsapp", question);
  await page.request.post(`${process.env.SANDBOX_URL}/api/phones/${writer.phone}/whatsapp-window/close`);
  await inbox.show("all");
  await inbox.open(question);
  await inbox.answer(answer);
  await expect(inbox.entry(answer)).toContainText(/Not delivered[.:] .*24.hour/i);
  await expect(inbox.entry(answer).getByRole("button", { name: "Send again" })).toBeVisible();
  await expect(inbox.row(answer)).toContainText("not delivered");
  expect(await received(writer, "whatsapp")).toEqual([]);
});

// The product's clock cannot be moved from outside, so its answer is: as it would be a day later.
test("a closed window is struck through with its end, and the answer goes elsewhere", async ({ inbox, page }) => {
  const writer = customer();
  const question = words("Which one?");
  await page.route(/\/reply-options/, async (route) => {
    const answer = await route.fetch();
    const { options } = await answer.json();
    const whatsapp = options.findIndex((one: { channel: string }) => one.channel === "whatsapp");
    const ended = new Date(Date.now() - 3_600_000).toISOString();
    Object.assign(options[whatsapp], { available: false, reason: "window-closed", windowEndsAt: ended });
    await route.fulfill({ json: { options, preferred: null } });
  });
  await text(writer, "whatsapp", question);
  await inbox.show("all");
  await inbox.open(question);
  const whatsapp = inbox.composer.getByRole("radio", { name: /^WhatsApp: 24-hour window closed/ });
  await expect(whatsapp).toHaveAttribute("aria-disabled", "true");
  await expect(whatsapp.locator("s")).toHaveText("WhatsApp");
  await expect(inbox.composer.getByRole("button", { name: "Add the note" })).toBeVisible();
});
