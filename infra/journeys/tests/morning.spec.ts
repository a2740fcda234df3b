import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { Inbox, signIn } from "../support/inbox.ts";
import { call } from "../support/product.ts";
import { received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

const mark = Math.floor(Math.random() * 1_000_000);
const orders = { id: `morning-orders-${mark}`, name: `Morning orders ${mark}`, word: `chair${mark}` };
const bills = { id: `morning-bills-${mark}`, name: `Morning bills ${mark}`, word: `bill${mark}` };
/** How many texts each takes; a supervisor who watches is given nothing. */
const crew = { lotte: 1, fatima: 1, bram: 2, inge: 0 };
/** They take nothing else that morning: full is who has room on no channel. */
const nothingElse = Object.fromEntries(
  ["email", "chat", "whatsapp", "voice", "messenger", "instagram", "telegram", "custom"].map((kind) => [kind, 0]),
);

/** Somebody at a desk of their own, with the inbox before them. */
async function comes(browser: Browser, options: BrowserContextOptions, person: string, path: string): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: process.env.LOPER_URL });
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByText(/^live \d/)).toBeVisible();
  return page;
}

test.beforeEach(async () => {
  for (const { id, name, word } of [orders, bills])
    await call("/queues", "POST", { id, name, automatic: true, position: -1, rules: [{ words: [word] }] });
  for (const [person, sms] of Object.entries(crew))
    await call(`/people/${person}`, "PATCH", { capacity: { ...nothingElse, sms } });
});

test.afterEach(async () => {
  const { items } = await call<{ items: { id: string; version: number }[] }>("/queues");
  for (const queue of items.filter(({ id }) => [orders.id, bills.id].includes(id)))
    await call(`/queues/${queue.id}`, "PUT", { ...queue, active: false, automatic: false });
  for (const person of Object.keys(crew)) await call(`/people/${person}`, "PATCH", { capacity: {} });
});

test("a morning: work finds whoever has room, one goes away, one is full, a supervisor steps in; the board shows it", async ({
  browser,
  contextOptions,
}) => {
  // Four people, each with a browser of their own.
  test.slow();
  const board = await comes(browser, contextOptions, "inge", "/board");
  const line = (name: string) => board.getByRole("row", { name: new RegExp(name) });
  const [lotte, fatima, bram] = await Promise.all(
    ["lotte", "fatima", "bram"].map((person) => comes(browser, contextOptions, person, "/inbox/mine")),
  );
  if (!lotte || !fatima || !bram) throw new Error("somebody did not come");
  await expect(line(orders.name)).toContainText("–");

  // Bram goes away, and is given nothing.
  await bram.keyboard.press("Shift+A");
  const away = bram.getByRole("dialog", { name: /away/i });
  await away.getByRole("button", { name: "I am away" }).click();
  await expect(line("Bram Kuipers")).toContainText("break");

  // Two customers write: each goes to somebody of the two who are there.
  const first = words(`Where is my ${orders.word}`);
  const second = words(`One leg of my ${orders.word} is loose`);
  await text(customer("Ada"), "sms", first);
  await text(customer("Bea"), "sms", second);
  await expect(line("Lotte Jansen")).toContainText("SMS 1 of 1");
  await expect(line("Fatima Aydin")).toContainText("SMS 1 of 1");
  await expect(line("Lotte Jansen")).toContainText("full");
  await expect(new Inbox(lotte).list.getByRole("option")).toHaveCount(1);
  await expect(new Inbox(fatima).list.getByRole("option")).toHaveCount(1);

  // A third one finds nobody with room, and waits; the board says so at once.
  const cleo = customer("Cleo");
  const third = words(`My ${orders.word} came twice`);
  await text(cleo, "sms", third);
  await expect(line(orders.name).getByRole("cell").first()).toHaveText("3");

  // The supervisor takes it over from the board, answers, and is back.
  await expect
    .poll(async () => {
      const { items } = await call<{ items: { preview: string; topic: { assignee: string | null } }[] }>(
        `/inbox?view=queue:${orders.id}`,
      );
      return items.find((item) => item.preview === third)?.topic.assignee;
    })
    .toBeNull();
  // The two that were given away wait as well; resolved, Cleo is whom the row is about.
  const inge = new Inbox(board);
  await board.goto("/inbox/unassigned");
  await inge.open(third);
  await board.keyboard.press("i");
  await inge.answer("I take one back, and you keep the other.");
  await expect.poll(() => received(cleo, "sms"), { timeout: 30_000 }).toHaveLength(1);
  await board.keyboard.press("g");
  await board.keyboard.press("b");
  await expect(line(orders.name).getByRole("cell").first()).toHaveText("2");

  // From the board itself: the longest wait is taken over with one key.
  await line(orders.name).focus();
  await board.keyboard.press("i");
  await expect(line("Inge Vermeer")).toContainText("SMS 2 of");
  const freed = await Promise.race([
    expect(line("Lotte Jansen"))
      .not.toContainText("full")
      .then(() => "Lotte"),
    expect(line("Fatima Aydin"))
      .not.toContainText("full")
      .then(() => "Fatima"),
  ]);
  expect(["Lotte", "Fatima"]).toContain(freed);

  // Bram is back, and has the most room for what comes to the other queue.
  await bram.keyboard.press("Shift+A");
  await expect(line("Bram Kuipers")).not.toContainText("break");
  await call(`/people/${freed.toLowerCase()}`, "PATCH", { capacity: { ...nothingElse, sms: 0 } });
  // He speaks Dutch and German, and is asked nothing else.
  const bill = words(`Mijn ${bills.word} klopt niet, wat is er met het bedrag`);
  await text(customer("Dora"), "sms", bill);
  await expect(line("Bram Kuipers")).toContainText("SMS 1 of 2");
  await new Inbox(bram).open(bill);
  await expect(bram.getByText("To Bram Kuipers: had the most room")).toBeVisible();

  // An agent sees nothing of the board.
  await lotte.goto("/board");
  await expect(lotte.getByRole("link", { name: "To the inbox" })).toBeVisible();
});
