import { expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { signIn } from "../support/inbox.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test.use({
  viewport: { width: 390, height: 844 },
  colorScheme: "dark",
  locale: "nl-NL",
  hasTouch: true,
  isMobile: true,
});

test("on a phone, dark and in Dutch: sign in, open, answer", async ({ page }) => {
  const writer = customer();
  const [question, answer] = [words("Waar blijft mijn tafel?"), words("Hij komt morgen")];
  await text(writer, "sms", question);

  await page.goto("/inbox/all");
  await page.getByRole("textbox", { name: "E-mailadres" }).fill("fatima@loper.test");
  await page.getByLabel("Wachtwoord").fill("loper-demo");
  await page.getByRole("button", { name: "Inloggen" }).click();

  // Her account is in English until she says otherwise.
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Account and settings of Fatima Aydin" }).click();
  await page.getByRole("menuitemradio", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await page.keyboard.press("Escape");

  await page.getByRole("option").filter({ hasText: question }).click();
  const entry = page.getByRole("feed").getByRole("article").filter({ hasText: question });
  await expect(entry).toBeVisible();
  await page.getByRole("textbox", { name: "Je antwoord" }).fill(answer);
  await page.getByRole("button", { name: "Versturen", exact: true }).click();
  await expect.poll(() => received(writer, "sms")).toEqual([answer]);

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, "nothing sticks out").toBeLessThanOrEqual(0);
  expect(await brightness(page), "the page is dark").toBeLessThan(80);
  await page.getByRole("button", { name: "Terug naar de lijst" }).click();
  await expect(page.getByRole("option").filter({ hasText: answer })).toBeVisible();
});

test("a promise is made with a finger: whatever is touched for it is a finger wide", async ({ page, context }) => {
  await page.goto("/login");
  expect((await page.getByLabel("Wachtwoord").boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect((await page.getByRole("button", { name: "Inloggen" }).boundingBox())?.height).toBeGreaterThanOrEqual(44);

  await signIn(context, "fatima");
  const writer = customer();
  const question = words("Where is my table?");
  await text(writer, "sms", question);
  await page.goto("/inbox/all");
  await page.getByRole("option").filter({ hasText: question }).click();
  await page.getByRole("button", { name: "Promise" }).click();
  const form = page.getByRole("dialog", { name: "Make a promise" });
  await form.getByLabel("What we will do").fill("I am asking our driver");
  await form.getByLabel(/^By when/).fill("in 2 working hours");
  await expect(form.getByRole("radio", { name: /SMS/ })).toBeChecked();
  const narrow = await form
    .locator("button, input:not([type=radio]), textarea, .way")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
  expect(narrow).toEqual([]);
  await form.getByRole("button", { name: /^Promise and send/ }).click();
  await expect(form).toBeHidden();
  const acts = page.getByRole("feed").getByRole("button", { name: "It is kept" });
  expect((await acts.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await acts.click();
  await expect(page.getByRole("feed").getByText("Kept", { exact: true })).toBeVisible();
});

test("what came of taking the next one keeps off the title", async ({ page, context }) => {
  await signIn(context, "fatima");
  await page.route("**/api/v1/inbox/next*", (route) =>
    route.fulfill({
      status: 409,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "https://loper.dev/problems/other-languages", detail: "Look further.", next: "t1" }),
    }),
  );
  await page.goto("/inbox/unassigned");
  await page.getByRole("button", { name: "Take next" }).click();
  const said = page.getByRole("button", { name: "None so far. Look further" });
  await expect(said).toBeVisible();
  const [title, button] = [await page.getByRole("heading", { level: 1 }).boundingBox(), await said.boundingBox()];
  expect((button?.x ?? 0) - ((title?.x ?? 0) + (title?.width ?? 0))).toBeGreaterThanOrEqual(12);
  expect(title?.height, "the title is one line").toBeLessThan(30);
  expect(button?.height).toBe(44);
});

test("an empty list says what to touch", async ({ page, context }) => {
  await signIn(context, "fatima");
  await page.goto("/inbox/snoozed");
  await expect(page.getByText("Choose Snooze under ⋯ in a conversation that can wait")).toBeVisible();
});

test.afterEach(async ({ context }) => {
  const token = (await context.cookies()).find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  const address = `${process.env.LOPER_URL}/api/v1/session`;
  await context.request.patch(address, { data: { language: "en" }, headers: { "X-XSRF-TOKEN": token } });
});

/** How light the paper is, 0 to 255. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const colour = getComputedStyle(document.body).backgroundColor;
    return Math.max(...(colour.match(/\d+/g) ?? ["255"]).slice(0, 3).map(Number));
  });
}
