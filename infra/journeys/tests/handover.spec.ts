import { expect, type Page } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { call, entries, rowOf } from "../support/product.ts";
import { answerMail, letter, type Mail, sendMail } from "../support/sandbox.ts";
import { test } from "../support/test.ts";
import { log, openChat, say } from "../support/widget.ts";

type Known = { customer: { name: string } };

// Each has several people, mailboxes and screens; on a busy machine that takes its time.
test.slow();

test("two people share one mailbox: each keeps their own conversation, and neither reads the other's", async ({
  inbox,
  elsewhere: shop,
}) => {
  const bob = customer("Bob");
  const anne = { ...customer("Anne"), email: bob.email };
  const said = { chair: words("My chair wobbles"), lamp: words("My lamp flickers"), again: words("Anne once more") };
  await sendMail(bob, words("A chair"), { text: said.chair });
  const bobs = (await rowOf(said.chair)).conversation;
  await openChat(shop);
  await say(shop, said.lamp);
  await inbox.show("all");
  await inbox.open(said.lamp);
  await inbox.handOver(/^Email/, bob.email);

  const sent = await letter(anne, said.lamp);
  expect(bodyOf(sent), "the letter tells what Anne said, and nothing of Bob").not.toContain(said.chair);
  await answerMail(anne, sent, said.again);

  await test.step("her answer goes on in hers, which says whose address it is", async () => {
    await expect(inbox.chapter("chat → email")).toContainText(`continued, from an address of ${bob.name}`);
    await expect(inbox.entry(said.again)).toBeVisible();
    await expect(inbox.entry(said.chair)).toBeHidden();
  });

  await test.step("his is as it was: his words, his name, his address", async () => {
    const texts = (await entries(bobs)).map((entry) => entry.text ?? "");
    expect(texts.filter((one) => one.includes(said.again) || one.includes(said.lamp))).toEqual([]);
    expect((await call<Known>(`/conversations/${bobs}`)).customer.name).toBe(bob.name);
    const more = words("Bob here, about the chair");
    await sendMail(bob, words("The chair again"), { text: more });
    expect((await rowOf(more)).conversation).toBe(bobs);
    await inbox.show("all");
    await inbox.open(more);
    await expect(inbox.entry(said.chair)).toBeVisible();
    await expect(inbox.entry(said.lamp)).toBeHidden();
  });

  await test.step("and the browser she began in shows nothing of his", async () => {
    await shop.reload();
    await expect(log(shop)).toContainText(said.lamp);
    await expect(log(shop)).not.toContainText(said.chair);
  });
});

test("a mail scanner that opens every link changes nothing; whoever presses the button is there, and the link is used up", async ({
  inbox,
  elsewhere: reader,
}) => {
  const ada = customer("Ada");
  const said = { mail: words("My lamp is dark"), chat: words("Here I am") };
  await sendMail(ada, words("A lamp"), { text: said.mail });
  await inbox.show("all");
  await inbox.open(said.mail);
  const { conversation } = await rowOf(said.mail);
  await inbox.handOver(/^Chat/);
  const links = linksIn(await letter(ada, "/h/"));
  const offer = links.find((link) => link.includes("/h/")) ?? "";
  const before = await told(conversation);

  await test.step("the scanner asks for every link, in every way that is no form, and with a browser", async () => {
    for (const link of [...links, `${offer}/continue`, `${offer}/decline`])
      for (const method of ["GET", "HEAD"]) await fetch(link, { method });
    for (const link of links) await opened(reader, link);
    expect(await told(conversation)).toEqual(before);
    expect(before.handovers).toEqual(["offered"]);
    await expect(inbox.entry("Offers chat")).toBeVisible();
  });

  await test.step("the customer presses the button, and goes on in the chat", async () => {
    await reader.goto(offer);
    await reader.getByRole("button", { name: "Go on in the chat" }).click();
    await expect(log(reader)).toContainText(said.mail);
    await say(reader, said.chat);
    await expect(inbox.chapter("email → chat")).toContainText("continued");
    await expect(inbox.entry(said.chat)).toBeVisible();
  });

  await test.step("whoever finds the link later finds it used", async () => {
    await reader.context().clearCookies();
    await reader.goto(offer);
    await expect(reader.getByText("This link was used already.")).toBeVisible();
  });
});

test("a visitor who is offered another channel stays where they are: it is declined below the message, and told", async ({
  inbox,
  elsewhere: shop,
}) => {
  const said = words("My lamp hums");
  await openChat(shop);
  await say(shop, said);
  await inbox.show("all");
  await inbox.open(said);
  const { conversation } = await rowOf(said);
  await inbox.handOver(/^WhatsApp/);
  await log(shop).getByRole("button", { name: "Stay here" }).click();
  await expect(log(shop)).toContainText("All right. We go on here.");
  await expect(inbox.entry("does not want to go on by WhatsApp")).toBeVisible();
  expect((await told(conversation)).handovers).toEqual(["declined"]);

  await test.step("what they asked for themselves they decline there too, and it opens nothing any more", async () => {
    await shop.getByRole("button", { name: "Go on by phone" }).click();
    await expect(shop.getByText("Call us and key in your code:")).toBeVisible();
    await shop.getByRole("region", { name: "Go on by phone" }).getByRole("button", { name: "Stay here" }).click();
    await expect(inbox.entry("does not want to go on by phone")).toBeVisible();
    expect((await told(conversation)).handovers).toEqual(["declined", "declined"]);
  });
});

test("a forwarded mail does not let a stranger into the thread, and tells them nothing", async ({ inbox }) => {
  const [ada, mallory] = [customer("Ada"), customer("Mallory")];
  const said = { ada: words("My account is"), mallory: words("What is this about"), ours: words("We looked it up") };
  await sendMail(ada, words("My account"), { text: said.ada });
  await inbox.show("all");
  await inbox.open(said.ada);
  await inbox.answer(said.ours);
  await answerMail(mallory, await letter(ada, said.ours), said.mallory);

  await test.step("their mail begins a thread of its own, which tells the agent which one it answers", async () => {
    const strange = await rowOf(said.mallory);
    expect(strange.conversation).not.toBe((await rowOf(said.ours)).conversation);
    await expect(inbox.entry(said.mallory)).toBeHidden();
    await inbox.show("all");
    await inbox.open(said.mallory);
    await expect(inbox.entry(said.ada)).toBeHidden();
    await expect(inbox.entry("Answers a mail of another conversation.")).toBeVisible();
  });

  await test.step("what they are answered holds nothing of it", async () => {
    const ours = words("Who are you, please");
    await inbox.answer(ours);
    const answer = bodyOf(await letter(mallory, ours));
    expect(answer).not.toContain(said.ada);
    expect(answer).not.toContain(said.ours);
  });

  await test.step("and the customer's thread goes on as if nothing had been", async () => {
    const more = words("Thank you for that");
    await answerMail(ada, await letter(ada, said.ours), more);
    await inbox.show("all");
    await inbox.open(more);
    await expect(inbox.entry(said.ours)).toBeVisible();
    await expect(inbox.entry(said.mallory)).toBeHidden();
  });
});

function bodyOf(mail: Mail): string {
  return `${mail.subject}\n${mail.text ?? ""}\n${mail.html ?? ""}`;
}

/** Every address in a mail, each once. */
function linksIn(mail: Mail): string[] {
  return [...new Set(bodyOf(mail).match(/https?:\/\/[^\s"'<>)]+/g) ?? [])];
}

/** Loads a page and runs what runs on it; a scanner's browser presses nothing. */
async function opened(reader: Page, link: string): Promise<void> {
  await reader.goto(link);
  await expect(reader.getByRole("button").first()).toBeVisible();
}

/** What a conversation says, and how its handovers stand. */
async function told(conversation: string): Promise<{ entries: string[]; handovers: string[] }> {
  const { items } = await call<{ items: { state: string }[] }>(`/conversations/${conversation}/handovers`);
  return {
    entries: (await entries(conversation)).map((entry) => entry.id),
    handovers: items.map((one) => one.state),
  };
}
