import { expect, type Page } from "@playwright/test";
import { words } from "../support/given.ts";
import { call } from "../support/product.ts";
import { test } from "../support/test.ts";
import { say } from "../support/widget.ts";

test("a basket left at step 3 of the checkout is seen by the agent with its values, and resumed", async ({
  inbox,
  page,
  elsewhere,
}) => {
  await leaveAtStepThree(elsewhere);

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

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

test("whoever stays long enough with a full basket is asked once, and the agent sees that they were", async ({
  inbox,
  page,
  elsewhere: shop,
}) => {
  const id = `at-address-${Date.now()}`;
  const asked = words("Are you stuck at the address?");
  const text = { nl: asked, en: asked };
  const trigger = {
    name: id,
    active: true,
    basketOver: 200,
    place: "delivery address",
    seconds: 5,
    everyDays: 7,
    text,
  };
  // Nobody is asked while their queue does not answer, so it does at whatever hour this runs.
  const { items: calendars } = await call<{ items: { id: string; calendar: object; version: number }[] }>("/calendars");
  const hours = calendars.find((one) => one.id === "default");
  const always = Object.fromEntries(days.map((day) => [day, [{ from: "00:00", until: "24:00" }]]));
  await call("/calendars/default", "PUT", {
    calendar: { ...hours?.calendar, week: always, days: [] },
    version: hours?.version,
  });
  try {
    await call(`/triggers/${id}`, "PUT", trigger);
    await leaveAtStepThree(shop);
    const invitation = shop.getByRole("region", { name: "A question from us" });
    await expect(invitation.getByText(asked)).toBeVisible({ timeout: 30_000 });
    await invitation.getByRole("button", { name: "Open the chat" }).click();
    await expect(shop.getByRole("dialog").getByText(asked)).toBeVisible();
    const question = words("Yes, where do I put the house number");
    await say(shop, question);

    await inbox.show("all");
    await inbox.open(question);
    await expect(page.getByRole("region", { name: "On the site" }).getByText(`invited to chat: ${id}`)).toBeVisible();
    const { items } = await call<{ items: { id: string; shown: number; taken: number }[] }>("/triggers");
    expect(items.find((one) => one.id === id)).toMatchObject({ shown: 1, taken: 1 });
  } finally {
    await call(`/triggers/${id}`, "DELETE");
    await call("/calendars/default", "PUT", { calendar: hours?.calendar, version: (hours?.version ?? 0) + 1 });
  }
});

test("recording keeps nobody waiting: no long task is the snippet's", async ({ elsewhere: shop }) => {
  await shop.goto("/shop/?language=en");
  await shop.getByRole("button", { name: "Yes, do" }).click();
  const longest = await shop.evaluate(async () => {
    type Frame = PerformanceEntry & { scripts: { sourceURL: string; invoker: string; duration: number }[] };
    const found: { from: string; ms: number }[] = [];
    const seen = (entries: PerformanceEntry[]) => {
      for (const frame of entries as Frame[])
        for (const script of frame.scripts)
          found.push({ from: script.sourceURL || script.invoker, ms: script.duration });
    };
    const watcher = new PerformanceObserver((list) => seen(list.getEntries()));
    watcher.observe({ type: "long-animation-frame", buffered: true });
    const form = document.createElement("form");
    Object.assign(form.dataset, { loperFlow: "long", loperStep: "1", loperOf: "1", loperName: "A long form" });
    for (let i = 0; i < 300; i++) {
      const field = document.createElement("input");
      field.name = `field${i}`;
      field.value = `what somebody filled in, number ${i}`;
      form.append(field);
    }
    document.body.append(form);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (const field of form.elements) {
      field.dispatchEvent(new Event("change", { bubbles: true }));
      if (Number((field as HTMLInputElement).name.slice(5)) % 10 === 0) await frame();
    }
    // The watcher itself is watched: this one it has to see.
    const until = performance.now() + 120;
    requestAnimationFrame(function blocks() {
      while (performance.now() < until);
    });
    // It is told of some frames later.
    for (let i = 0; i < 300 && !found.some((one) => one.ms > 50); i++) {
      await frame();
      seen(watcher.takeRecords());
    }
    watcher.disconnect();
    return {
      any: Math.max(0, ...found.map((one) => one.ms)),
      ours: Math.max(0, ...found.filter((one) => one.from.includes("/widget/steps.js")).map((one) => one.ms)),
    };
  });
  expect(longest.any, "the watcher sees long tasks").toBeGreaterThan(50);
  expect(longest.ours).toBeLessThan(50);
});

/** Fills a basket and goes through the checkout as far as the address, which is begun. */
async function leaveAtStepThree(shop: Page): Promise<void> {
  await shop.goto("/shop/?language=en");
  await shop.evaluate(() => localStorage.setItem("sandbox.language", "en"));
  await shop.getByRole("button", { name: "Yes, do" }).click();
  await shop.getByRole("button", { name: "Add to basket" }).click();
  await shop.getByRole("link", { name: "Basket, 1" }).click();
  await shop.getByLabel("Name").fill("Eva Lindeman");
  await shop.getByRole("button", { name: "Next" }).click();
  await shop.getByLabel("When").fill("Friday");
  await shop.getByRole("button", { name: "Next" }).click();
  await shop.getByLabel("Street and number").fill("Javastraat 21");
  await shop.getByLabel("Postcode").fill("1094 HA");
  await shop.getByLabel("City").click();
}
