import { expect, type Page, type WebSocketRoute } from "@playwright/test";
import { words } from "../support/given.ts";
import { entries, rowOf } from "../support/product.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

test("what is written while the line is cut is kept, over a reload too, and arrives once", async ({
  elsewhere: shop,
}) => {
  const [before, during] = [words("Before"), words("While it was cut")];
  const line = await cuttable(shop);
  await openChat(shop);
  await say(shop, before);
  await expect(log(shop)).toContainText("Received");

  await line.cut();
  await say(shop, during);
  await expect(log(shop)).toContainText("Not sent yet");
  await shop.reload();
  await expect(log(shop)).toContainText(during);
  await expect(log(shop)).toContainText("Not sent yet");
  line.mend();
  await expect(log(shop)).toContainText("Received");
  await expect(log(shop)).not.toContainText("Not sent yet");
  expect(await log(shop).getByText(during).count()).toBe(1);

  const { conversation } = await rowOf(during);
  expect(await said(conversation)).toEqual([before, during]);
});

test("a message whose acknowledgement is lost is sent again and stored once", async ({ elsewhere: shop }) => {
  const [first, second] = [words("Did you get this?"), words("And this?")];
  let lost = 0;
  await shop.routeWebSocket(/\/ws\/chat/, (widget) => {
    const product = widget.connectToServer();
    product.onMessage((frame) => {
      if (lost === 0 && JSON.parse(frame.toString()).type === "stored") {
        lost++;
        void widget.close();
        void product.close();
      } else widget.send(frame);
    });
  });
  await openChat(shop);
  await say(shop, first);
  await expect(log(shop)).toContainText("Received");
  await say(shop, second);
  const { conversation } = await rowOf(second);
  expect(lost, "an acknowledgement was lost").toBe(1);
  expect(await said(conversation)).toEqual([first, second]);
  await expect(log(shop).getByText(first)).toHaveCount(1);
});

test("after a reload the visitor finds the conversation again, with the answer", async ({ elsewhere: shop, inbox }) => {
  const [question, answer] = [words("Is it oak?"), words("It is ash")];
  await openChat(shop);
  await say(shop, question);
  await inbox.show("all");
  await inbox.open(question);
  await inbox.answer(answer);
  await expect(log(shop)).toContainText(answer);
  await shop.reload();
  await expect(log(shop)).toContainText(question);
  await expect(log(shop)).toContainText(answer);
});

/** What the visitor said, oldest first, as the store has it. */
async function said(conversation: string): Promise<string[]> {
  return (await entries(conversation))
    .filter((entry) => entry.direction === "in")
    .map((entry) => entry.text)
    .reverse();
}

/** A line to the product that can be cut and mended, whatever sockets the page opens meanwhile. */
async function cuttable(shop: Page): Promise<{ cut(): Promise<void>; mend(): void }> {
  let whole = true;
  const open = new Set<WebSocketRoute>();
  await shop.routeWebSocket(/\/ws\/chat/, (socket) => {
    if (!whole) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  return {
    async cut() {
      whole = false;
      await Promise.all([...open].map((socket) => socket.close()));
      open.clear();
    },
    mend() {
      whole = true;
    },
  };
}
