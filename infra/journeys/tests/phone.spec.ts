import { expect } from "@playwright/test";
import { customer, lotte, words } from "../support/given.ts";
import { call, entries, rowOf } from "../support/product.ts";
import { dial, inCall, lastCall, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("a known customer calls: the agent sees who and about what before it is picked up, and one entry remains", async ({
  elsewhere: phone,
  inbox,
  page,
}) => {
  const ada = customer("Ada");
  const question = words("Where is my lamp?");
  await text(ada, "sms", question);
  const { conversation, topic } = await rowOf(question);
  await call(`/topics/${topic.id}/assign`, "POST", { assignee: "lotte" });
  await inbox.show("unassigned");

  await test.step("the customer dials on the sandbox's phone and is recognised", async () => {
    await phone.goto("/");
    await phone.getByText("Somebody else").click();
    await phone.getByLabel("Name").fill(ada.name);
    await phone.getByLabel(/^Number/).fill(ada.phone);
    await phone.getByRole("button", { name: "Be this person" }).click();
    await phone.getByRole("tab", { name: "Calls" }).click();
    await phone.getByRole("button", { name: /^Call \+/ }).click();
    await expect(phone.getByRole("log")).toContainText("We kennen uw nummer");
  });

  const banner = page.getByRole("complementary", { name: "Call" });
  await test.step("the agent's screen says who calls, wherever it is, and two keys open the thread", async () => {
    await expect(banner).toContainText("is calling");
    await expect(banner).toContainText("your phone rings");
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(inbox.entry(question)).toBeVisible();
    await expect(inbox.entry("Calling now")).toContainText("Known by the number");
  });

  await test.step("the agent's phone is picked up, they speak, the customer hangs up", async () => {
    await phone.getByRole("button", { name: "Pick up there" }).click();
    await expect(inbox.entry("On the phone with Lotte Jansen")).toBeVisible();
    await phone.getByRole("button", { name: "Hang up" }).click();
    await expect(inbox.entry("Spoke with Lotte Jansen")).toBeVisible();
    await expect(banner).toBeHidden();
  });

  await test.step("what it was about stands with it", async () => {
    await inbox.entry("Spoke with").getByRole("button", { name: "Write a note" }).click();
    await page.getByLabel("What the call was about").fill("She moves on Friday");
    await page.keyboard.press("Control+Enter");
    await expect(inbox.entry("Spoke with")).toContainText("Lotte: She moves on Friday");
    expect((await entries(conversation)).filter((entry) => entry.type === "call")).toHaveLength(1);
  });
});

test("nobody picks up: the caller leaves a message and is to be called back", async ({ inbox }) => {
  const grace = customer("Grace");
  const question = words("Is the shop open?");
  await text(grace, "sms", question);
  const { topic } = await rowOf(question);
  await call(`/topics/${topic.id}/assign`, "POST", { assignee: "lotte" });
  await inbox.show("all");
  const rang = await dial(grace);
  await expect.poll(async () => (await lastCall(grace)).rings).not.toBeNull();
  // Whoever else is there is rung after the first, and does not pick up either.
  await expect
    .poll(async () => {
      const { rings, recording } = await lastCall(grace);
      if (rings && !recording) await inCall(grace, rang, "ignore").catch(() => undefined);
      return recording;
    })
    .toBe(true);
  await inCall(grace, rang, "message", { seconds: 12 });
  await expect.poll(async () => (await lastCall(grace)).ended).not.toBeNull();

  await expect(inbox.row(question)).toContainText("call back");
  await inbox.row(question).click();
  await expect(inbox.entry("Left a message, 0:12")).toBeVisible();
  await expect(inbox.entry("Left a message").getByRole("button", { name: /^Call back/ })).toBeVisible();
});

test("one key calls a customer: our own phone rings first, theirs once a key was pressed, and one entry remains", async ({
  inbox,
  page,
}) => {
  const hedy = customer("Hedy");
  const question = words("Please ring me");
  await text(hedy, "sms", question);
  const { conversation, topic } = await rowOf(question);
  await inbox.show("all");
  await inbox.open(question);
  await inbox.ringMyPhone();
  const banner = page.getByRole("complementary", { name: "Call" });

  await test.step("nobody else is rung until somebody is there who presses a key", async () => {
    await expect.poll(async () => (await lastCall(lotte))?.rings).toBe(lotte.phone);
    await expect(banner).toContainText("pick up and press a key");
    await inCall(lotte, await lastCall(lotte), "pick-up");
    await expect
      .poll(async () => (await lastCall(lotte)).lines.map((line) => line.text).join())
      .toContain("Press any key");
    expect(await lastCall(hedy)).toBeUndefined();
  });

  await test.step("then the customer's phone rings, and both speak", async () => {
    const placed = await lastCall(lotte);
    await inCall(lotte, placed, "digits", { digits: "1" });
    await expect.poll(async () => (await lastCall(hedy))?.rings).toBe(hedy.phone);
    await expect(banner).toContainText("their phone rings");
    await inCall(hedy, placed, "pick-up");
    await expect(inbox.entry("On the phone with Lotte Jansen")).toBeVisible();
    await inCall(hedy, placed, "hang-up");
    await expect(inbox.entry("Spoke with Lotte Jansen")).toContainText("To +31 6");
  });

  await test.step("it is one entry, and it was an answer", async () => {
    expect((await entries(conversation)).filter((entry) => entry.type === "call")).toHaveLength(1);
    const known = await call<{ topics: { id: string; waitingSince: string | null; assignee: string | null }[] }>(
      `/conversations/${conversation}`,
    );
    expect(known.topics.find((one) => one.id === topic.id)).toMatchObject({ waitingSince: null, assignee: "lotte" });
  });
});
