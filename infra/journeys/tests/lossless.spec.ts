import { expect, type WebSocketRoute } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { Inbox } from "../support/inbox.ts";
import { reply, rowOf } from "../support/product.ts";
import { text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

// Tall, so that every entry is drawn.
test.use({ viewport: { width: 1440, height: 2400 } });

test("after the network was away, the screen equals a fresh one", async ({ inbox, page, context }) => {
  // Pulled out like a cable: setOffline alone leaves an open socket open, and nothing would have to be told again.
  const lines: WebSocketRoute[] = [];
  let plugged = true;
  await page.routeWebSocket(/\/ws\/agent/, (socket) => {
    if (!plugged) return void socket.close();
    lines.push(socket, socket.connectToServer());
  });
  const writer = customer();
  const others = Array.from({ length: 5 }, () => customer());
  const first = words("First");
  await text(writer, "sms", first);
  await inbox.show("all");
  await inbox.open(first);
  const { conversation } = await rowOf(first);

  plugged = false;
  await context.setOffline(true);
  await Promise.all(lines.map((line) => line.close()));
  await expect(page.getByText(/^offline since/)).toBeVisible();
  await expect(inbox.composer.getByText(/Offline: sending waits/)).toBeVisible();
  const missed = Array.from({ length: 45 }, (_, index) => words(`Missed ${index + 1}`));
  const elsewhere = others.map((_, index) => words(`Somebody ${index + 1}`));
  for (const one of missed) await text(writer, "sms", one);
  await Promise.all(others.map((one, index) => text(one, "sms", elsewhere[index] ?? "")));
  const answer = words("Answered by a colleague");
  await reply(conversation, "sms", answer);
  expect(await inbox.entry("Missed").count(), "nothing reached the page").toBe(0);

  await context.setOffline(false);
  plugged = true;
  await expect(inbox.entry(answer)).toBeVisible();
  await inbox.live();

  const fresh = new Inbox(await context.newPage());
  await fresh.page.goto(page.url());
  await expect(fresh.entry(answer)).toBeVisible();
  // The pointer rests in the list, so what is new waits below it.
  await expect(page.getByText(/^5 new since/)).toBeVisible();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  for (const one of elsewhere) await expect(inbox.row(one)).toBeVisible();
  await expect(async () => expect(await inbox.rows()).toEqual(await fresh.rows())).toPass();
  await expect.poll(async () => (await inbox.everyEntry()).filter((one) => one.includes("Missed")).length).toBe(45);
  await expect(async () => expect(await inbox.everyEntry()).toEqual(await fresh.everyEntry())).toPass();
});

test("a dropped socket is replaced, and what it missed is told once", async ({ inbox, page }) => {
  const writer = customer();
  const first = words("Before");
  const during = words("While nobody listened");
  let online = true;
  const sockets: { close(): Promise<void> }[] = [];
  await page.routeWebSocket(/\/ws\/agent/, (socket) => {
    if (!online) return void socket.close();
    socket.connectToServer();
    sockets.push(socket);
  });
  await text(writer, "sms", first);
  await inbox.show("all");
  await inbox.open(first);

  online = false;
  await Promise.all(sockets.map((socket) => socket.close()));
  await expect(page.getByText(/^offline since/)).toBeVisible();
  await text(writer, "sms", during);
  online = true;
  await expect(inbox.entry(during)).toHaveCount(1);
  await expect(inbox.row(during)).toHaveCount(1);
});

test("a line that falls silent is not believed, though nobody closed it", async ({ inbox, page }) => {
  const writer = customer();
  const first = words("Before");
  const during = words("Into the silence");
  let silent = false;
  await page.routeWebSocket(/\/ws\/agent/, (socket) => {
    const fresh = silent;
    const server = socket.connectToServer();
    // Lines that are made once it was silent work; those from before never say anything again.
    server.onMessage((message) => {
      if (!silent || fresh) socket.send(message);
    });
  });
  await text(writer, "sms", first);
  await inbox.show("all");
  await inbox.open(first);

  silent = true;
  await text(writer, "sms", during);
  await expect(page.getByText(/^offline since/)).toBeVisible({ timeout: 30_000 });
  await expect(inbox.entry(during)).toHaveCount(1, { timeout: 30_000 });
  await inbox.live();
});
