import { expect, type Page } from "@playwright/test";
import { words } from "../support/given.ts";
import { call, entries, reply, rowOf } from "../support/product.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

test("each side sees the other write, and a note is nobody's business", async ({ elsewhere: shop, inbox, page }) => {
  const question = words("Is it oak?");
  await openChat(shop);
  await say(shop, question);
  await inbox.show("all");
  await inbox.open(question);

  await test.step("the agent sees the visitor type, and stop", async () => {
    await shop.getByRole("textbox", { name: "Write a message" }).pressSequentially("Or");
    const typing = page.getByRole("status").filter({ hasText: /is typing$/ });
    await expect(typing).toBeVisible();
    await expect(typing).toBeHidden({ timeout: 20_000 });
  });

  await test.step("the visitor sees the agent type an answer, until it is sent", async () => {
    await inbox.composer.getByRole("textbox", { name: "Your answer" }).pressSequentially("It is ash");
    await expect(shop.getByText("Lotte Jansen is typing")).toBeVisible();
    await inbox.send();
    await expect(shop.getByText("Lotte Jansen is typing")).toBeHidden();
    await expect(log(shop)).toContainText("It is ash");
  });

  await test.step("but not a note", async () => {
    const heard = frames(shop);
    await shop.reload();
    await expect(log(shop)).toContainText("It is ash");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await inbox.composer.getByRole("textbox", { name: "Your note" }).pressSequentially("She sounds in a hurry");
    // What comes after it has come: whatever was to be told of the note would have been, too.
    const { conversation } = await rowOf("It is ash");
    await reply(conversation, "chat", "And one more thing");
    await expect(log(shop)).toContainText("And one more thing");
    expect(heard.filter((frame) => frame.type === "typing")).toEqual([]);
  });
});

test("the visitor sees that a message was read, and sees it again after a reload", async ({
  elsewhere: shop,
  inbox,
}) => {
  const question = words("Is anybody there?");
  await openChat(shop);
  await say(shop, question);
  await expect(log(shop)).toContainText(/Received .*not read yet/);
  await inbox.show("all");
  await inbox.open(question);
  await expect(log(shop)).toContainText(/Received .*, read/);
  await shop.reload();
  await expect(log(shop)).toContainText(/Received .*, read/);
});

test("the demo's first customer by WhatsApp can be answered", async () => {
  const { conversation } = await firstCustomer("Youssef El Amrani");
  const answer = words("Until Wednesday noon");
  await reply(conversation, "whatsapp", answer);
  await expect
    .poll(async () => (await entries(conversation)).find((entry) => entry.text === answer)?.delivery)
    .toBe("delivered");
});

/** One of those who had written when the demo began; another test may have resolved their topic. */
async function firstCustomer(name: string): Promise<{ conversation: string }> {
  type Page = { items: { customer: { name: string }; conversation: string }[] };
  const pages = await Promise.all(["all", "resolved"].map((view) => call<Page>(`/inbox?view=${view}`)));
  const found = pages.flatMap((page) => page.items).find((row) => row.customer.name === name);
  if (!found) throw new Error(`${name} is not there.`);
  return found;
}

/** Every frame the chat gets from now on. */
function frames(shop: Page): { type: string }[] {
  const heard: { type: string }[] = [];
  shop.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(JSON.parse(payload.toString())));
  });
  return heard;
}
