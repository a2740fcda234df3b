import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("a note stays inside; a topic is taken, resolved and reopened", async ({ inbox, page }) => {
  const writer = customer();
  const [question, note] = [words("A refund"), words("Third time this month")];
  await text(writer, "sms", question);
  await inbox.show("unassigned");
  await inbox.open(question);

  await inbox.composer.getByRole("radio", { name: "Note" }).click();
  await inbox.composer.getByRole("textbox", { name: "Your note" }).fill(note);
  await inbox.composer.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByRole("article", { name: /^Note by Lotte Jansen/ })).toContainText(note);

  await inbox.conversation.getByRole("button", { name: "Take it" }).click();
  await expect(inbox.conversation.getByText("Yours", { exact: true })).toBeVisible();
  await inbox.conversation.getByRole("button", { name: "Resolve" }).click();
  await expect(inbox.entry("Lotte Jansen resolved this")).toBeVisible();
  await inbox.conversation.getByRole("button", { name: "Reopen" }).click();
  await expect(inbox.entry("Lotte Jansen reopened this")).toBeVisible();

  await page.getByRole("link", { name: /^Mine/ }).click();
  await expect(inbox.row(question)).toBeVisible();
  expect(await received(writer, "sms"), "nothing of this reached the customer").toEqual([]);
});

test("a topic is handed to a colleague", async ({ inbox, page }) => {
  const writer = customer();
  const question = words("For Bram");
  await text(writer, "sms", question);
  await inbox.show("unassigned");
  await inbox.open(question);
  await inbox.conversation.getByRole("button", { name: "Assign" }).click();
  await page.getByRole("menuitemradio", { name: /^Bram Kuipers/ }).click();
  await expect(inbox.conversation.getByText("With Bram Kuipers")).toBeVisible();
});

test("an entry moves to a topic of its own", async ({ inbox, page }) => {
  const writer = customer();
  const [lamp, table, title] = [words("The lamp"), words("And the table"), words("Table")];
  await text(writer, "sms", lamp);
  await text(writer, "sms", table);
  await inbox.show("all");
  await inbox.open(table);
  await inbox.entry(table).focus();
  await page.keyboard.press("x");
  const sheet = page.getByRole("dialog", { name: "Move this entry to" });
  await sheet.getByRole("textbox", { name: "Name of the new topic" }).fill(title);
  await sheet.getByRole("button", { name: "Move to another topic" }).click();
  await expect(sheet).toBeHidden();
  await expect(inbox.timeline.getByText(title, { exact: true })).toBeVisible();
  await page.mouse.move(800, 400);
  await page.reload();
  await expect(inbox.row(title)).toContainText(table);
  await expect(inbox.row(lamp)).not.toContainText(title);
});
