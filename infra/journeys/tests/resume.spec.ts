import { expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { call, entries, rowOf } from "../support/product.ts";
import { answerMail, dial, inCall, lastCall, letter, received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { say } from "../support/widget.ts";

test("a basket left at step 3 is resumed on the phone, goes on by WhatsApp and by mail, and nobody asks twice", async ({
  inbox,
  page,
  context,
  elsewhere: shop,
  browser,
  contextOptions,
}) => {
  test.slow();
  const eva = customer("Eva");
  const said = {
    chat: words("I am stuck at the address"),
    whatsapp: words("I will fill in the rest myself"),
    mail: words("It is ordered, thank you"),
  };
  await leaveAtStepThree(shop, eva.name);
  await shop.getByRole("button", { name: "Open chat" }).click();
  await say(shop, said.chat);
  const { topic, conversation } = await rowOf(said.chat);
  await call(`/topics/${topic.id}/assign`, "POST", { assignee: "lotte" });
  await inbox.show("mine");

  const site = page.getByRole("region", { name: "On the site" });
  await test.step("they call with the code the chat gave them, and the agent sees where they stopped", async () => {
    await shop.getByRole("button", { name: "Go on by phone" }).click();
    const code = shop.getByRole("region", { name: "Go on by phone" }).getByText(/^\d{3} \d{3}$/);
    const digits = (await code.innerText()).replace(" ", "");
    const dialled = await dial(eva);
    await inCall(eva, dialled, "digits", { digits });
    await expect.poll(async () => (await lastCall(eva)).rings, "a colleague's phone rings").not.toBeNull();
    await expect(page.getByRole("complementary", { name: "Call" })).toContainText("is calling");
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(inbox.chapter("chat → phone")).toBeVisible();
    await inCall(eva, dialled, "pick-up");

    await expect(site.getByText("Stopped at step 3 of 4")).toBeVisible();
    await expect(site.getByText("Javastraat 21")).toBeVisible();
    await expect(
      inbox.timeline.getByRole("button", { name: /checkout step 3 of 4, .*Delivery address; basket €349/ }),
    ).toBeVisible();
    await expect(page.getByRole("region", { name: "Known" }).getByText("1094 HA")).toBeVisible();
  });

  await test.step("the agent resumes beside them, with what they had filled in and nothing of it in the address", async () => {
    const [resumed] = await Promise.all([
      context.waitForEvent("page"),
      site.getByRole("button", { name: "Resume here" }).click(),
    ]);
    await expect(street(resumed)).toHaveValue("Javastraat 21");
    expect(resumed.url()).not.toContain("Javastraat");
    await resumed.close();
    await inCall(eva, await lastCall(eva), "hang-up");
    await expect(inbox.entry("Spoke with Lotte Jansen")).toBeVisible();
  });

  await test.step("they go on by WhatsApp, where a link leads them back to the same step", async () => {
    await inbox.handOver(/^WhatsApp/);
    await expect.poll(async () => readyToSend(await received(eva, "sms"))).not.toBe("");
    await text(eva, "whatsapp", readyToSend(await received(eva, "sms")));
    await expect(inbox.chapter("phone → WhatsApp")).toBeVisible();
    await text(eva, "whatsapp", said.whatsapp);
    await expect(inbox.entry(said.whatsapp)).toBeVisible();
    // What greets them there is something newer, which nobody writes past unseen.
    await expect(inbox.entry("We go on where we stopped")).toBeVisible();

    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await site.getByRole("button", { name: "Copy link for them" }).click();
    await expect(site.getByRole("button", { name: "Link copied" })).toBeVisible();
    await inbox.answer(`Here you go on: ${await page.evaluate(() => navigator.clipboard.readText())}`);
    await expect.poll(async () => linkIn(await received(eva, "whatsapp"))).not.toBe("");

    const phone = await browser.newContext(contextOptions);
    const there = await phone.newPage();
    await there.goto(linkIn(await received(eva, "whatsapp")));
    await expect(street(there)).toHaveValue("Javastraat 21");
    await phone.close();
  });

  await test.step("they answer a mail, and it is all one conversation", async () => {
    await inbox.handOver(/^Email/, eva.email);
    await answerMail(eva, await letter(eva, said.whatsapp), said.mail);
    await expect(inbox.chapter("WhatsApp → email")).toBeVisible();
    await expect(inbox.entry(said.mail)).toBeVisible();
    const { topics } = await call<{ topics: { id: string; status: string }[] }>(`/conversations/${conversation}`);
    // The line that says that their number was joined is all that is left of the topic in which the call came in.
    expect(topics.filter((one) => one.status !== "resolved").map((one) => one.id)).toEqual([topic.id]);
    expect((await rowOf(said.mail)).topic.id).toBe(topic.id);
    const texts = (await entries(conversation)).map((entry) => entry.text ?? "");
    for (const one of Object.values(said)) expect(texts.filter((told) => told.startsWith(one))).toHaveLength(1);
  });

  await test.step("and what they filled in before the first word is not asked again", async () => {
    const answer = page.getByRole("textbox", { name: "Your answer" });
    await answer.click();
    await page.keyboard.type("Thank you. What is your postcode?");
    await expect(page.getByText("Postcode is known: 1094 HA")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(answer).toHaveValue(/^Thank you\. .*1094 HA/);
  });
});

/** Fills a basket and goes through the checkout as far as the address, which is begun. */
async function leaveAtStepThree(shop: Page, name: string): Promise<void> {
  await shop.goto("/shop/?language=en");
  await shop.evaluate(() => localStorage.setItem("sandbox.language", "en"));
  await shop.getByRole("button", { name: "Yes, do" }).click();
  await shop.getByRole("button", { name: "Add to basket" }).click();
  await shop.getByRole("link", { name: "Basket, 1" }).click();
  await shop.getByLabel("Name").fill(name);
  await shop.getByRole("button", { name: "Next" }).click();
  await shop.getByLabel("When").fill("Friday");
  await shop.getByRole("button", { name: "Next" }).click();
  await shop.getByLabel("Street and number").fill("Javastraat 21");
  await shop.getByLabel("Postcode").fill("1094 HA");
  await shop.getByLabel("City").click();
}

function street(checkout: Page) {
  return checkout
    .getByLabel("Street and number", { exact: true })
    .or(checkout.getByLabel("Straat en huisnummer", { exact: true }));
}

/** The text that stands ready once the newest link to WhatsApp is tapped; empty if none came. */
function readyToSend(messages: string[]): string {
  const link = /https:\/\/wa\.me\/\S+\?text=(\S+)/.exec(messages.at(-1) ?? "");
  return decodeURIComponent(link?.[1] ?? "");
}

/** The way back in what came, be it before or after the sentence that greets them there; empty if none came. */
function linkIn(messages: string[]): string {
  return /Here you go on: (http\S+)/.exec(messages.join("\n"))?.[1] ?? "";
}
