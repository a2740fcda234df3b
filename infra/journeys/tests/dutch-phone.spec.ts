import { expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
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
