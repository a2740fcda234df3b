import { expect } from "@playwright/test";
import { words } from "../support/given.ts";
import { test } from "../support/test.ts";
import { say } from "../support/widget.ts";

test("a basket left at step 3 of the checkout is seen by the agent with its values, and resumed", async ({
  inbox,
  page,
  elsewhere,
}) => {
  await elsewhere.goto("/shop/?language=en");
  await elsewhere.evaluate(() => localStorage.setItem("sandbox.language", "en"));
  await elsewhere.getByRole("button", { name: "Yes, do" }).click();
  await elsewhere.getByRole("button", { name: "Add to basket" }).click();
  await elsewhere.getByRole("link", { name: "Basket, 1" }).click();
  await elsewhere.getByLabel("Name").fill("Eva Lindeman");
  await elsewhere.getByRole("button", { name: "Next" }).click();
  await elsewhere.getByLabel("When").fill("Friday");
  await elsewhere.getByRole("button", { name: "Next" }).click();
  await elsewhere.getByLabel("Street and number").fill("Javastraat 21");
  await elsewhere.getByLabel("Postcode").fill("1094 HA");
  await elsewhere.getByLabel("City").click();

  const question = words("I am stuck at the address");
  await elsewhere.getByRole("button", { name: "Open chat" }).click();
  await say(elsewhere, question);

  await inbox.show("all");
  await inbox.open(question);
  const site = page.getByRole("region", { name: "On the site" });
  await expect(site.getByText("Stopped at step 3 of 4")).toBeVisible({ timeout: 20_000 });
  await expect(site.getByText("Javastraat 21")).toBeVisible();
  await expect(site.getByText(/Basket €349/)).toBeVisible();

  const [resumed] = await Promise.all([
    page.context().waitForEvent("page"),
    site.getByRole("button", { name: "Resume here" }).click(),
  ]);
  await expect(
    resumed.getByLabel("Street and number", { exact: true }).or(resumed.getByLabel("Straat en huisnummer")),
  ).toHaveValue("Javastraat 21");
  expect(resumed.url()).not.toContain("Javastraat");
  await resumed.close();
});
