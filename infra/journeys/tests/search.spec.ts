import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { call, rowOf } from "../support/product.ts";
import { text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("what was said is found by its words, and opened by key where it lies now", async ({ inbox, page }) => {
  const writer = customer();
  const said = words("The drawer sticks");
  await text(writer, "sms", said);
  const { topic } = await rowOf(said);
  await call(`/topics/${topic.id}/resolve`, "POST");
  await inbox.show("mine");

  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Find or do" });
  const found = page.getByRole("option").filter({ hasText: said });
  const sought = `drawer ${said.split(" ").at(-1)}`;
  // The index follows what is said; until it is there, one types again.
  await expect(async () => {
    await field.fill("");
    await field.fill(sought);
    await expect(found).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(found.locator("mark")).toHaveText(["drawer", sought.slice(7)]);
  await field.press("Enter");

  await expect(inbox.entry(said)).toBeVisible();
  await expect(page).toHaveURL(/\/inbox\/resolved\//);
});

test("what nobody said is said to be nowhere", async ({ inbox, page }) => {
  await inbox.show("mine");
  await page.keyboard.press("Control+k");
  const sought = words("Zanzibar");
  await page.getByRole("combobox", { name: "Find or do" }).fill(sought);
  await expect(
    page.getByText(`Nothing fits “${sought}”. Try a name, words of a message, a view or an action.`),
  ).toBeVisible();
});
