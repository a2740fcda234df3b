import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { Inbox, signIn } from "../support/inbox.ts";
import { call } from "../support/product.ts";
import { letter, mailbox, received, text } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

/** By keyboard, in the conversation that is open: what we will do, and by when. */
async function promise(page: Page, action: string, moment: string): Promise<void> {
  await page.keyboard.press("p");
  const form = page.getByRole("dialog", { name: "Make a promise" });
  await expect(form.getByLabel("What we heard, in their words")).not.toHaveValue("");
  await page.keyboard.type(action);
  await page.keyboard.press("Tab");
  await page.keyboard.type(moment);
  await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(new RegExp(action));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form).toBeHidden();
}

/** On the page of a promise: what the customer wants to add. */
async function add(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: "Add something" }).click();
  await page.getByLabel(/^Tell us what we should know/).fill(words);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status").filter({ hasText: "has it" })).toBeVisible();
}

const beside = (page: Page) => page.getByRole("complementary", { name: "Customer" });

/** Somebody else of ours, with a browser of their own. */
async function comes(browser: Browser, options: BrowserContextOptions, person: string): Promise<Page> {
  const context = await browser.newContext({ ...options, baseURL: process.env.LOPER_URL });
  await signIn(context, person);
  return context.newPage();
}

test.afterEach(async () => {
  await call("/people/lotte/presence", "POST", { state: "online" });
});

test("said in the chat with twelve keys at most besides the text, and kept by an answer by email", async ({
  inbox,
  page,
  elsewhere: shop,
}) => {
  test.slow();
  const visitor = customer("Eva");
  const [question, ours] = [words("My order has not arrived"), words("It lies at your neighbours")];
  await test.step("a visitor whose mailbox is proven asks in the chat", async () => {
    await openChat(shop);
    await say(shop, question);
    await shop.getByRole("textbox", { name: "Email address" }).fill(visitor.email);
    await shop.getByRole("button", { name: "Save" }).click();
    await shop.getByRole("button", { name: "Send me a code" }).click();
    const code = /^\d{6}/.exec((await letter(visitor, "code")).subject)?.[0] ?? "";
    await shop.getByRole("textbox", { name: "Code" }).fill(code);
    await shop.getByRole("button", { name: "Confirm" }).click();
    await expect(shop.getByRole("textbox", { name: "Code" })).toBeHidden();
  });

  await test.step("the agent promises an answer by email", async () => {
    await inbox.show("all");
    await inbox.open(question);
    let pressed = 0;
    const press = (key: string) => {
      pressed += key.split("+").length;
      return page.keyboard.press(key);
    };
    await press("p");
    const form = page.getByRole("dialog", { name: "Make a promise" });
    await expect(form.getByLabel("What we heard, in their words")).toHaveValue(question);
    await page.keyboard.type("I am asking my colleague");
    await press("Tab");
    await page.keyboard.type("in 2 working hours");
    const email = form.getByRole("radio", { name: /^Email/ });
    await expect(email).toBeEnabled();
    await press("Tab");
    await expect(form.getByRole("radio", { checked: true })).toBeFocused();
    for (let way = 0; way < 5 && !(await email.isChecked()); way++) await press("ArrowDown");
    await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(
      /^You told me: “My order has not arrived.*I am asking my colleague\. I will be back to you by email .*before \d\d:\d\d\.$/,
    );
    await press("ControlOrMeta+Enter");
    await expect(form).toBeHidden();
    expect(pressed, "keys besides the text").toBeLessThanOrEqual(12);
  });

  await test.step("the visitor reads it as a card in the chat", async () => {
    await expect(log(shop)).toContainText("I am asking my colleague.");
    await expect(log(shop)).toContainText(/[Pp]romised|before/);
  });

  await test.step("an answer by email is asked about, and only the agent says that it keeps the promise", async () => {
    await inbox.composer
      .getByRole("radiogroup", { name: "Answer on" })
      .getByRole("radio", { name: /^Email/ })
      .click();
    await inbox.answer(ours);
    const asks = inbox.composer.getByRole("status").filter({ hasText: "Does your answer keep what you promised?" });
    await expect(asks).toContainText("I am asking my colleague");
    await expect(beside(page).getByText(/^Before/)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+K");
    await expect(beside(page).getByText("Kept", { exact: true })).toBeVisible();
    await expect(asks).toBeHidden();
  });

  await test.step("the visitor has the answer in the mailbox, and reads in the chat that it is kept", async () => {
    expect((await letter(visitor, ours)).subject).not.toBe("");
    await expect(log(shop)).toContainText("Kept");
  });
});

test("a promise is made by keyboard, read on its page, moved with a reason, and kept", async ({
  inbox,
  page,
  elsewhere,
}) => {
  test.slow();
  const writer = customer();
  const question = words("My lamp flickers");
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);

  // P, what we will do, by when; what was heard and the channel are proposed.
  await page.keyboard.press("p");
  const form = page.getByRole("dialog", { name: "Make a promise" });
  await expect(form.getByLabel("What we heard, in their words")).toHaveValue(question);
  await page.keyboard.type("I am asking our workshop");
  await page.keyboard.press("Tab");
  await page.keyboard.type("in 2 working hours");
  await expect(form.getByRole("radio", { name: /SMS/ })).toBeChecked();
  await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(
    /You told me: “My lamp flickers .*I am asking our workshop\./,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(form).toBeHidden();

  // The customer has the sentence, and a page that needs no sign-in.
  await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(1);
  const [sentence = ""] = await received(writer, "sms");
  expect(sentence).toContain("I am asking our workshop.");
  const link = /https?:\S+\/p\/\S+/.exec(sentence)?.[0] ?? "";
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText("I am asking our workshop.");

  // Another moment, with its reason, is told and shown.
  await beside(page).getByRole("button", { name: "Another moment" }).click();
  const move = page.getByRole("dialog", { name: "Another moment" });
  await move.getByLabel(/^By when/).fill("in 4 working hours");
  await move.getByLabel("Why").fill("the workshop is closed");
  await move.getByRole("button", { name: "Move and tell" }).click();
  await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(2);
  const moved = (await received(writer, "sms"))[1];
  expect(moved).toContain("the workshop is closed");
  expect(moved, "it leads to the page as well").toContain(link);
  await elsewhere.reload();
  await expect(elsewhere.getByText("Another moment agreed")).toBeVisible();

  // What the customer adds makes the topic wait again.
  await add(elsewhere, "It is the red one");
  await expect(page.getByText(/added on the promise’s page: It is the red one/)).toBeVisible();

  // Only its owner says that it is kept.
  await inbox.answer(words("It is mended"));
  await expect(beside(page).getByText(/^Before/)).toBeVisible();
  await beside(page).getByRole("button", { name: "It is kept" }).click();
  await expect(beside(page).getByText("Kept", { exact: true })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByText("What we promised you is done.")).toBeVisible();
});

test("a colleague without a seat answers by a link; the answer is a note, and the owner answers the customer", async ({
  inbox,
  page,
  elsewhere,
}) => {
  test.slow();
  const writer = customer();
  const pieter = customer("Pieter");
  const [secret, question] = [words("My account number is"), words("My parcel is not here")];
  await text(writer, "sms", secret);
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  await promise(page, "I am asking our warehouse", "in 2 working hours");

  const asked = words("Where was it scanned last?");
  await test.step("he is asked from the promise, and gets a mail", async () => {
    await beside(page).getByRole("button", { name: "Ask a colleague" }).click();
    const ask = page.getByRole("dialog", { name: "Ask a colleague" });
    await ask.getByLabel("Mail address").fill(pieter.email);
    await ask.getByLabel("Name").fill("Pieter, warehouse");
    await ask.getByLabel("What you need to know").fill(asked);
    await ask.getByRole("button", { name: "Ask" }).click();
    await expect(ask).toBeHidden();
    await expect(beside(page).getByText(/asked, answers before/)).toBeVisible();
    await expect.poll(() => mailbox(pieter), { timeout: 30_000 }).toHaveLength(1);
  });
  const [letter] = await mailbox(pieter);
  expect(letter?.text).toContain(asked);
  expect(letter?.text, "he is shown what was chosen, and nothing else").not.toContain(secret);
  const link = /https?:\S+\/q\/\S+/.exec(letter?.text ?? "")?.[0] ?? "";

  const answer = words("At depot 12, on a wrong pallet");
  await test.step("he answers on its page, without an account", async () => {
    await elsewhere.goto(link);
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(asked);
    await expect(elsewhere.getByText(secret)).toHaveCount(0);
    await elsewhere.getByLabel("Your answer").fill(answer);
    await elsewhere.getByRole("button", { name: "Send the answer" }).click();
    await expect(elsewhere.getByRole("heading", { name: "Thank you" })).toBeVisible();
    await expect(elsewhere.getByText(asked)).toHaveCount(0);
  });

  await test.step("the owner has it in the thread, answers the customer, and keeps the promise", async () => {
    const note = inbox.entry(answer);
    await expect(note).toContainText("Internal");
    await expect(note).toContainText(asked);
    await note.getByRole("button", { name: /Answer/ }).click();
    await expect(inbox.composer.getByRole("textbox", { name: "Your answer" })).toBeFocused();
    const ours = words("It stands in depot 12 and comes tomorrow");
    await inbox.answer(ours);
    await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(2);
    const got = await received(writer, "sms");
    expect(got[1]).toContain(ours);
    expect(got.join(), "nothing internal reaches the customer").not.toContain(answer);
    await beside(page).getByRole("button", { name: "It is kept" }).click();
    await expect(beside(page).getByText("Kept", { exact: true })).toBeVisible();
  });
});

test("a promise that is missed: the customer hears it before, everybody sees it, and it is kept late", async ({
  inbox,
  page,
  elsewhere,
}) => {
  test.slow();
  const writer = customer();
  const [question, action] = [words("My chair wobbles"), words("I am asking our workshop")];
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  await promise(page, action, "in 2 working hours");
  await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(1);

  // A colleague sets a moment that is nearly there: then only the clock does anything.
  const { items } = await call<{ items: { id: string; action: string; statusUrl: string }[] }>(
    "/promises?state=active&owner=lotte",
  );
  const made = items.find((one) => one.action === action);
  if (!made) throw new Error("The promise is not in the list.");
  await call(`/promises/${made.id}/renegotiate`, "POST", {
    dueAt: new Date(Date.now() + 4_000).toISOString(),
    reason: "the workshop closes early",
    clientId: randomUUID(),
  });

  await test.step("the owner is reminded; row, panel and timeline say that it is late", async () => {
    await expect(inbox.entry("The promise is late")).toBeVisible();
    await expect(beside(page).getByText(/^Late, /)).toBeVisible();
    await expect(page.getByRole("status", { name: "Your promises" }).getByText(/Late, /)).toBeVisible();
    await page.goto("/inbox/promises:late");
    await expect(
      page.getByRole("listbox", { name: "Late" }).getByRole("option").filter({ hasText: action }),
    ).toContainText("Late, ");
  });

  await test.step("the customer was told before, without a new moment, and reads it on the page", async () => {
    await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(3);
    const [, moved, notice] = await received(writer, "sms");
    expect(moved).toContain("the workshop closes early");
    expect(notice).toMatch(/^We will not make .*Lotte Jansen has it now/);
    await elsewhere.goto(made.statusUrl);
    await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText("We did not make it");
    await expect(elsewhere.getByText(/We told you at/)).toBeVisible();
  });

  await test.step("it is kept, late", async () => {
    await inbox.show("all");
    await inbox.open(question);
    await inbox.answer(words("Your chair is mended"));
    await beside(page).getByRole("button", { name: "It is kept" }).click();
    await expect(beside(page).getByText("Kept, late", { exact: true })).toBeVisible();
    await elsewhere.reload();
    await expect(elsewhere.getByText("Kept, later than promised")).toBeVisible();
  });
});

test("an answer is promised by phone: when they have spoken, the agent is asked whether that keeps it", async ({
  inbox,
  page,
}) => {
  test.slow();
  const writer = customer("Hedy");
  const [question, action] = [words("My bench is broken"), words("I call when our workshop has looked")];
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);

  await test.step("the sentence is said in writing", async () => {
    await page.keyboard.press("p");
    const form = page.getByRole("dialog", { name: "Make a promise" });
    await expect(form.getByLabel("What we heard, in their words")).not.toHaveValue("");
    await page.keyboard.type(action);
    await page.keyboard.press("Tab");
    await page.keyboard.type("in 2 working hours");
    await form.getByRole("radio", { name: /^Phone/ }).check();
    await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(/by phone/);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(form).toBeHidden();
    await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(1);
  });
  const asks = inbox.composer.getByRole("status").filter({ hasText: "You spoke on the phone" });

  await test.step("she calls, and they speak", async () => {
    await inbox.speak(writer, () => expect(asks).toBeHidden());
  });

  await test.step("then she is asked, and says so", async () => {
    await expect(asks).toContainText(action);
    await expect(beside(page).getByText(/^Before/)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+K");
    await expect(beside(page).getByText("Kept", { exact: true })).toBeVisible();
    await expect(asks).toBeHidden();
  });
});

test("words that read like a promise are recorded as they stand; whoever is late then is told, and hears it", async ({
  inbox,
  page,
}) => {
  test.slow();
  await page.addInitScript(() => {
    localStorage.setItem("loper.notices", "true");
    localStorage.setItem("loper.sounds", "true");
    // Somebody looks at another window; what the browser tells and plays meanwhile is written down.
    document.hasFocus = () => false;
    const told: string[] = [];
    Object.assign(window, { told });
    // A browser without a screen forbids notices: one that allows them stands in for it.
    Object.assign(window, {
      Notification: class {
        static permission = "granted";
        onclick: (() => void) | null = null;
        constructor(title: string) {
          told.push(title);
        }
        close() {}
      },
    });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      told.push("a tone");
      start.call(this, when);
    };
  });
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  const writer = customer();
  const question = words("My mirror is blind");
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  const draft = `${words("How annoying")}. I'll get back to you in 2 working hours.`;

  await test.step("it is noticed, and recorded with its moment", async () => {
    await inbox.write(draft);
    await inbox.composer.getByRole("button", { name: "Record it" }).click();
    const form = page.getByRole("dialog", { name: "Make a promise" });
    await expect(form.getByLabel("What we will do")).toHaveValue("I'll get back to you in 2 working hours.");
    await expect(form.getByLabel(/^By when/)).not.toHaveValue("");
    await expect(form.getByRole("textbox", { name: / reads/ })).toHaveValue(draft);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(form).toBeHidden();
    await expect(inbox.composer.getByRole("textbox", { name: "Your answer" })).toHaveValue("");
    await expect.poll(() => received(writer, "sms"), { timeout: 30_000 }).toHaveLength(1);
    expect((await received(writer, "sms"))[0]).toContain(draft);
  });

  await test.step("late, its owner is told by the browser, with a sound", async () => {
    const { items } = await call<{ items: { id: string; sentence: string }[] }>("/promises?state=active&owner=lotte");
    const made = items.find((one) => one.sentence === draft);
    if (!made) throw new Error("The promise is not in the list.");
    await call(`/promises/${made.id}/renegotiate`, "POST", {
      dueAt: new Date(Date.now() + 4_000).toISOString(),
      reason: "the workshop closes early",
      clientId: randomUUID(),
    });
    await expect.poll(told, { timeout: 30_000 }).toContainEqual(expect.stringMatching(/^Late: your promise to /));
    expect(await told()).toContain("a tone");
    await expect(page.getByRole("status", { name: "Your promises" }).getByText(/Late, /)).toBeVisible();
    await call(`/promises/${made.id}/keep`, "POST", { clientId: randomUUID() });
  });
});

test("a colleague is asked where nothing was promised; the answer is a note", async ({ inbox, page, elsewhere }) => {
  test.slow();
  const writer = customer();
  const pieter = customer("Pieter");
  const question = words("Which bulb does my lamp need");
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);

  const asked = words("Which bulb is it?");
  await page.keyboard.press("Shift+Q");
  const ask = page.getByRole("dialog", { name: "Ask a colleague" });
  await expect(ask.getByText(/nothing is promised to the customer/)).toBeVisible();
  const whom = ask.getByLabel("Whom");
  if (await whom.isVisible()) await whom.selectOption({ label: "Somebody else, by mail" });
  await ask.getByLabel("Mail address").fill(pieter.email);
  await ask.getByLabel("What you need to know").fill(asked);
  await ask.getByRole("button", { name: "Ask" }).click();
  await expect(ask).toBeHidden();
  await expect(beside(page).getByText(/asked, answers before/)).toBeVisible();
  await expect.poll(() => mailbox(pieter), { timeout: 30_000 }).toHaveLength(1);
  const [mail] = await mailbox(pieter);
  expect(mail?.text).toContain("to answer a customer");

  const answer = words("An E14, at most 40 W");
  await elsewhere.goto(/https?:\S+\/q\/\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  await elsewhere.getByLabel("Your answer").fill(answer);
  await elsewhere.getByRole("button", { name: "Send the answer" }).click();
  await expect(inbox.entry(answer)).toContainText("Internal");
  await expect(beside(page).getByText(/^answered/)).toBeVisible();
  expect(await received(writer, "sms"), "the customer was promised and told nothing").toHaveLength(0);
});

test("an owner goes home: whoever takes over has the promise with the work, and keeps it", async ({
  inbox,
  page,
  browser,
  contextOptions,
}) => {
  test.slow();
  const writer = customer();
  const [question, action] = [words("Where is my cupboard"), words("I am asking our driver")];
  await text(writer, "sms", question);
  await inbox.show("all");
  await inbox.open(question);
  await promise(page, action, "in 4 working hours");

  await test.step("she says that she goes", async () => {
    await page.keyboard.press("Shift+A");
    const away = page.getByRole("dialog", { name: "Away" });
    await away.getByRole("button", { name: "I am away" }).click();
    await expect(away).toBeHidden();
  });

  await test.step("a supervisor has Fatima take over", async () => {
    const inge = await comes(browser, contextOptions, "inge");
    await inge.goto("/board");
    await inge
      .getByRole("row", { name: /Lotte Jansen/ })
      .getByRole("button", { name: "Lotte Jansen" })
      .click();
    await inge.getByRole("button", { name: "Hand over the work" }).click();
    const confirm = inge.getByRole("dialog", { name: /^Hand over the work of Lotte/ });
    await expect(confirm.getByRole("heading", { name: /^Hand over the work of Lotte/ })).toBeVisible();
    await confirm.getByLabel("To").selectOption("person:fatima");
    await confirm.getByRole("button", { name: "Hand over the work" }).click();
    await expect(confirm).toBeHidden();
  });

  await test.step("Fatima finds it among her promises, answers and keeps it", async () => {
    const desk = await comes(browser, contextOptions, "fatima");
    await desk.goto("/inbox/promises:mine");
    await desk.getByRole("listbox", { name: "Mine" }).getByRole("option").filter({ hasText: action }).click();
    const hers = new Inbox(desk);
    await expect(hers.entry(question).first()).toBeVisible();
    await expect(beside(desk).getByText(/Fatima Aydin/)).toBeVisible();
    await hers.answer(words("It comes this afternoon"));
    await beside(desk).getByRole("button", { name: "It is kept" }).click();
    await expect(beside(desk).getByText("Kept", { exact: true })).toBeVisible();
  });
});

test("a promise goes with its topic when two customers are joined, and stays with it when they are taken apart", async ({
  inbox,
  page,
  elsewhere,
}) => {
  test.slow();
  const [first, second] = [customer("Noa"), customer("Noa")];
  const [lamp, table] = [words("My lamp is dark"), words("My table is late")];
  await text(first, "sms", lamp);
  await text(second, "sms", table);
  await inbox.show("all");
  await inbox.open(lamp);
  await promise(page, "I am asking our workshop", "in 2 working hours");
  await expect.poll(() => received(first, "sms"), { timeout: 30_000 }).toHaveLength(1);
  const [sentence = ""] = await received(first, "sms");
  const link = /https?:\S+\/p\/\S+/.exec(sentence)?.[0] ?? "";

  await test.step("joined: the promise stands in the one conversation, and its page is what it was", async () => {
    await beside(page)
      .getByRole("button", { name: /Join with another customer/ })
      .click();
    const find = page.getByRole("dialog", { name: "Join with which customer?" });
    await find.getByRole("textbox", { name: "Address, name or id" }).fill(second.phone.replace("+31", "0"));
    await find.getByRole("group").getByRole("button").click();
    await page
      .getByRole("dialog", { name: "Join two customers" })
      .getByRole("button", { name: "Join", exact: true })
      .click();
    await expect(inbox.entry("joined")).toBeVisible();
    await expect(inbox.entry(table)).toBeVisible();
    await expect(beside(page).getByText("I am asking our workshop")).toBeVisible();
    await elsewhere.goto(link);
    await add(elsewhere, "It is the red one");
    await expect(inbox.entry(/added on the promise’s page: It is the red one/)).toBeVisible();
  });

  await test.step("apart again: it is with the customer it was made to, and with nobody else", async () => {
    await beside(page).getByRole("button", { name: "Take apart" }).click();
    await page
      .getByRole("dialog", { name: "Take two customers apart" })
      .getByRole("button", { name: "Take apart" })
      .click();
    await expect(inbox.entry("apart again")).toBeVisible();
    await inbox.show("all");
    await inbox.open(table);
    await expect(beside(page).getByText("I am asking our workshop")).toHaveCount(0);
    await inbox.row("It is the red one").click();
    await expect(beside(page).getByText("I am asking our workshop")).toBeVisible();
  });

  await test.step("it is kept", async () => {
    await inbox.answer(words("Your lamp shines again"));
    await beside(page).getByRole("button", { name: "It is kept" }).click();
    await expect(beside(page).getByText("Kept", { exact: true })).toBeVisible();
    await elsewhere.reload();
    await expect(elsewhere.getByText("What we promised you is done.")).toBeVisible();
  });
});
