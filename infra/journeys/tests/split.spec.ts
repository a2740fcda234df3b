import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { rowOf } from "../support/product.ts";
import { sendMail, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("two people who were taken for one are split after a look, and one undo puts everything back", async ({
  inbox,
  page,
}) => {
  test.slow();
  const [ada, grace] = [customer("Ada"), customer("Grace")];
  const [lamp, chair, both] = [words("My lamp"), words("My chair"), words("And about the chair")];
  await text(ada, "sms", lamp);
  await sendMail(grace, words("A chair"), { text: chair });
  await rowOf(chair);
  await inbox.show("all");
  await inbox.open(lamp);
  const panel = page.getByRole("complementary", { name: "Customer" });

  await test.step("joined by mistake", async () => {
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: /Join with another customer/ }).click();
    const find = page.getByRole("dialog", { name: "Join with which customer?" });
    await find.getByRole("textbox", { name: "Address, name or id" }).fill(grace.email);
    await find.getByRole("group").getByRole("button").click();
    await page
      .getByRole("dialog", { name: "Join two customers" })
      .getByRole("button", { name: "Join", exact: true })
      .click();
    await expect(inbox.entry(chair)).toBeVisible();
    await text(ada, "sms", both);
    await expect(inbox.entry(both)).toBeVisible();
  });

  await test.step("by keyboard: which address goes, and what that comes to", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+D");
    const dialog = page.getByRole("dialog", { name: "Split into two customers" });
    await expect(dialog.getByRole("button", { name: "Split" })).toBeDisabled();
    await dialog.getByRole("checkbox", { name: grace.email }).press("Space");
    await expect(dialog.getByText(/goes: 1 entry\./)).toBeVisible();
    await expect(dialog.getByText(/stays\.$/)).toBeVisible();
    await dialog.getByLabel("Name, if you know it").fill(grace.name);
    await dialog.getByRole("button", { name: "Split" }).click();
  });

  await test.step("they are two: each has what was said on their own address", async () => {
    await expect(inbox.entry(chair)).toBeHidden();
    await expect(inbox.entry(lamp)).toBeVisible();
    await expect(page.getByText(`${grace.name} is a customer of their own now.`)).toBeVisible();
    expect((await rowOf(chair)).conversation).not.toBe((await rowOf(both)).conversation);
  });

  await test.step("undone, it is one conversation again, with everything in it once", async () => {
    await page.getByRole("button", { name: /^Undo/ }).click();
    await expect(inbox.entry(chair)).toHaveCount(1);
    await expect(inbox.entry(lamp)).toHaveCount(1);
    await expect(inbox.entry(both)).toHaveCount(1);
    expect((await rowOf(chair)).conversation).toBe((await rowOf(both)).conversation);
  });
});
