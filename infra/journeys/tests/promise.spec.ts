import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("a promise is made by keyboard, read on its page, moved with a reason, and kept", async ({
  inbox,
  page,
  elsewhere,
}) => {
  const writer = customer();
  const question = words("My lamp flickers");
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);

  // P, what we will do, by when; what was heard and the channel are proposed.
  await page.keyboard.press("p");
  const form = page.getByRole("dialog", { name: "Make a promise" });
  await expect(form.getByLabel("What we heard, in their words")).toHaveValue(question);
  await page.keyboard.type("I am asking our workshop");
  await page.keyboard.press("Tab");
  await page.keyboard.type("in 2 working hours");
  await expect(form.getByRole("radio", { name: /SMS/ })).toBeChecked();
  await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(
    /You told me: “My lamp flickers .*I am asking our workshop\./,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form).toBeHidden();

  // The customer has the sentence, and a page that needs no sign-in.
  await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(1);
  const [sentence = ""] = await received(writer, "sms");
  expect(sentence).toContain("I am asking our workshop.");
  const link = /https?:\S+\/p\/\S+/.exec(sentence)?.[0] ?? "";
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText("I am asking our workshop.");

  // Another moment, with its reason, is told and shown.
  const beside = page.getByRole("complementary", { name: "Customer" });
  await beside.getByRole("button", { name: "Another moment" }).click();
  const move = page.getByRole("dialog", { name: "Another moment" });
  await move.getByLabel("Why").fill("the workshop is closed");
  await move.getByRole("button", { name: "Move and tell" }).click();
  await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(2);
  expect((await received(writer, "sms"))[1]).toContain("the workshop is closed");
  await elsewhere.reload();
  await expect(elsewhere.getByText("Another moment agreed")).toBeVisible();

  // What the customer adds makes the topic wait again.
  await elsewhere.getByLabel("Do you want to add something?").fill("It is the red one");
  await elsewhere.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText(/added on the promise's page: It is the red one/)).toBeVisible();

  // Only its owner says that it is kept.
  await inbox.answer(words("It is mended"));
  await expect(beside.getByText(/^Before/)).toBeVisible();
  await beside.getByRole("button", { name: "It is kept" }).click();
  await expect(beside.getByText("Kept", { exact: true })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByText("What we promised you is done.")).toBeVisible();
});
