import { expect, type Locator, type Page } from "@playwright/test";

/** Opens the chat in the shop; English. */
export async function openChat(shop: Page): Promise<void> {
  await shop.goto("/shop/?language=en");
  await shop.getByRole("button", { name: "Open chat" }).click();
  await expect(shop.getByRole("dialog").getByText("How can we help you?")).toBeVisible();
}

export function log(shop: Page): Locator {
  return shop.getByRole("log", { name: "Messages" });
}

export async function say(shop: Page, what: string): Promise<void> {
  await shop.getByRole("textbox", { name: "Write a message" }).fill(what);
  await shop.getByRole("dialog").getByRole("button", { name: "Send" }).click();
}
