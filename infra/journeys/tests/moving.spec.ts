import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("a matter of somebody else's is moved to them, answered there on the number it came from, and taken back", async ({
  inbox,
  page,
}) => {
  test.slow();
  const [ada, grace] = [customer("Ada"), customer("Grace")];
  const [chair, hers, answer] = [words("The chair"), words("My lamp"), words("It is on its way")];
  await text(grace, "sms", hers);
  await text(ada, "sms", chair);
  await inbox.show("all");
  await inbox.open(chair);
  // A line that tells of the move repeats the words.
  const message = (said: string) => inbox.timeline.getByRole("article", { name: /, SMS, / }).filter({ hasText: said });

  await test.step("found by number, moved with a word to colleagues", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+M");
    const dialog = page.getByRole("dialog", { name: "Move this topic to another customer" });
    await dialog.getByRole("searchbox", { name: "Address, name or id" }).fill(grace.phone.replace("+31", "0"));
    await dialog.getByRole("radio", { name: new RegExp(grace.phone.slice(-4)) }).check();
    await dialog.getByRole("textbox", { name: "Why, for your colleagues" }).fill("It is hers");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await expect(inbox.entry("moved")).toBeVisible();
    await expect(message(chair)).toBeHidden();
  });

  await test.step("there it stands with what she said, and can be answered on his number", async () => {
    await page.getByRole("button", { name: "Open it there" }).click();
    await expect(message(chair)).toBeVisible();
    await expect(message(hers)).toBeVisible();
    await expect(inbox.entry("It is hers")).toBeVisible();
    await inbox.answer(answer);
    await expect(message(answer)).toBeVisible();
  });

  await test.step("taken back after a look, it is his again, with what was answered", async () => {
    await page.getByRole("button", { name: "Take back…" }).click();
    const look = page.getByRole("dialog", { name: "Take back what was moved" });
    await expect(look.getByText(/1 message or note came since/)).toBeVisible();
    await look.getByRole("button", { name: "Take back" }).click();
    await expect(message(chair)).toBeHidden();
    await expect(message(hers)).toBeVisible();
    await inbox.show("all");
    await inbox.open(answer);
    await expect(message(chair)).toBeVisible();
    await expect(message(hers)).toBeHidden();
  });
});
