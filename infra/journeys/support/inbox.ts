import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { type Customer, lotte } from "./given.ts";
import { inCall, lastCall } from "./sandbox.ts";

/** The agents' side, as somebody who looks at it and uses it would describe it. English unless said otherwise. */
export class Inbox {
  readonly list: Locator;
  readonly conversation: Locator;
  readonly timeline: Locator;
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.list = page.getByRole("listbox", { name: /^Topics/ });
    this.conversation = page.getByRole("main", { name: /^Conversation with/ });
    this.timeline = page.getByRole("feed", { name: "Timeline" });
    this.composer = page.getByRole("form", { name: "Answer" });
  }

  row(words: string): Locator {
    return this.list.getByRole("option").filter({ hasText: words });
  }

  entry(words: string | RegExp): Locator {
    return this.timeline.getByRole("article").filter({ hasText: words });
  }

  /** A rule across the timeline: the customer went on through another channel. */
  chapter(way: string): Locator {
    return this.timeline.locator("div.hand").filter({ hasText: way });
  }

  /** Offers the customer another channel with one key and one choice; an address is typed where none is proven. */
  async handOver(to: RegExp, address?: string): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("h");
    const dialog = this.page.getByRole("dialog", { name: "Hand over to another channel" });
    await dialog.getByRole("button", { name: to }).click();
    if (address) {
      await dialog.getByLabel("Their mail address").fill(address);
      await dialog.getByRole("button", { name: "Send the mail" }).click();
    }
    await expect(dialog.getByText(/^Good for/)).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(dialog).toBeHidden();
  }

  /** Calls the customer of the open topic: Lotte's own phone rings, she presses a key, theirs rings, and both speak until they hang up. */
  async speak(customer: Customer, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    await this.ringMyPhone();
    await expect.poll(async () => (await lastCall(lotte))?.rings).toBe(lotte.phone);
    const placed = await lastCall(lotte);
    await inCall(lotte, placed, "pick-up");
    await inCall(lotte, placed, "digits", { digits: "1" });
    await expect.poll(async () => (await lastCall(customer))?.rings).toBe(customer.phone);
    await inCall(customer, placed, "pick-up");
    await expect(this.entry("On the phone with Lotte Jansen")).toBeVisible();
    await meanwhile();
    await inCall(customer, placed, "hang-up");
    await expect(this.entry("Spoke with Lotte Jansen")).toBeVisible();
  }

  async ringMyPhone(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.page.keyboard.press("d");
    await this.page
      .getByRole("dialog", { name: /^Call / })
      .getByRole("button", { name: "Ring my phone" })
      .click();
  }

  async show(view: "mine" | "unassigned" | "all" | "resolved"): Promise<void> {
    await this.page.goto(`/inbox/${view}`);
    await expect(this.list).toHaveAttribute("aria-busy", "false");
    await this.live();
  }

  async live(): Promise<void> {
    await expect(this.page.getByText(/^live \d/)).toBeVisible();
  }

  /** What the list says, row by row. */
  rows(): Promise<string[]> {
    return this.list.getByRole("option").allInnerTexts();
  }

  /** What the timeline says, entry by entry, as far as it is drawn. */
  everyEntry(): Promise<string[]> {
    return this.timeline.getByRole("article").allTextContents();
  }

  /** Opens the topic with these words in its row. */
  async open(words: string): Promise<void> {
    await this.row(words).click();
    // A promise repeats them.
    await expect(this.entry(words).first()).toBeVisible();
  }

  async write(words: string): Promise<void> {
    await this.composer.getByRole("textbox", { name: "Your answer" }).fill(words);
  }

  async answer(words: string): Promise<void> {
    await this.write(words);
    await this.send();
    await expect(this.entry(words)).toBeVisible();
  }

  async send(): Promise<void> {
    await this.composer.getByRole("button", { name: "Send", exact: true }).click();
  }
}

/** Signs in without the screen; the tests that are about something else begin behind it. */
export async function signIn(context: BrowserContext, person: string): Promise<void> {
  const address = `${process.env.LOPER_URL}/api/v1/session`;
  await context.request.get(address);
  const token = (await context.cookies()).find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  const answer = await context.request.post(address, {
    data: { email: `${person}@loper.test`, password: "loper-demo" },
    headers: { "X-XSRF-TOKEN": token },
  });
  expect(answer.status(), `${person} signs in`).toBe(200);
}
