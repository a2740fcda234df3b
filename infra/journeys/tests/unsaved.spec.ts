import { expect } from "@playwright/test";
import { signIn } from "../support/inbox.ts";
import { test } from "../support/test.ts";

test("the browser's way back asks before it leaves what is not saved, and goes when it may", async ({
  context,
  page,
}) => {
  await signIn(context, "noor");
  const asked = page.getByRole("dialog", { name: "Leave without saving?" });
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Bram Kuipers" }).click();
  await page.getByLabel("Name").fill("Bram K.");

  await page.goBack();
  await asked.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL(/\/admin\/people\/bram$/);
  await expect(page.getByLabel("Name")).toHaveValue("Bram K.");

  await page.getByRole("link", { name: "Teams" }).click();
  await asked.getByRole("button", { name: "Stay here" }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Bram K.");

  await page.goBack();
  await asked.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/admin\/people$/);
  await expect(page.getByRole("link", { name: "Bram Kuipers" })).toBeVisible();
});
