import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { call, rowOf } from "../support/product.ts";
import { text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { openChat, say } from "../support/widget.ts";

const mark = Math.floor(Math.random() * 1_000_000);
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const queues = [
  { id: `chat-open-${mark}`, word: `lamp${mark}`, hours: [{ from: "00:00", until: "24:00" }] },
  { id: `chat-closed-${mark}`, word: `desk${mark}`, hours: [] },
] as const;
const [lamps, desks] = queues;

test.beforeAll(async () => {
  for (const { id, word, hours } of queues) {
    const week = Object.fromEntries(days.map((day) => [day, hours]));
    const { id: calendar } = await call<{ id: string }>("/calendars", "POST", {
      name: id,
      zone: "Europe/Amsterdam",
      week,
      days: [],
    });
    await call("/queues", "POST", { id, name: id, calendar, position: -1, rules: [{ words: [word] }] });
  }
});

test.afterAll(async () => {
  const { items } = await call<{ items: { id: string; version: number }[] }>("/queues");
  for (const queue of items.filter(({ id }) => queues.some((one) => one.id === id)))
    await call(`/queues/${queue.id}`, "PUT", { ...queue, active: false });
});

test("a visitor sees their place in the queue move, and who takes them up", async ({ elsewhere: shop, inbox }) => {
  const before = words(`Where is my ${lamps.word}`);
  await text(customer("Bea"), "sms", before);
  const { topic } = await rowOf(before);
  const chat = shop.getByRole("dialog");
  const mine = words(`My ${lamps.word} is broken`);
  await openChat(shop);
  await say(shop, mine);
  await expect(chat.getByText("One person before you.")).toBeVisible();
  await call(`/topics/${topic.id}/resolve`, "POST");
  await expect(chat.getByText("You are next.")).toBeVisible();
  await inbox.show("unassigned");
  await inbox.open(mine);
  await inbox.page.keyboard.press("i");
  await expect(chat.getByText("Lotte Jansen is with you.")).toBeVisible();
  await expect(chat.getByText("You are next.")).toHaveCount(0);
});

test("a visitor of a closed queue is told so, and that a message may be left", async ({ elsewhere: shop }) => {
  await openChat(shop);
  await say(shop, words(`Does the ${desks.word} come in oak`));
  const chat = shop.getByRole("dialog");
  await expect(chat.getByText("We are closed.")).toBeVisible();
  await expect(chat.getByText("You may leave: we answer here or by email.")).toBeVisible();
});
