import { expect, type Locator } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { sendPicture, sendRawMail } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

/** Two pixels wide, so that it cannot be mistaken for a picture that is not there. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGPokVICIgAGUwGR5ELZRgAAAABJRU5ErkJggg==";

/** How wide a picture is in truth: 0 until it came, and for ever if the browser was not let see it. */
const width = (picture: Locator) => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth);

test("a picture inside a mail is shown where its sender put it", async ({ inbox, page }) => {
  const writer = customer();
  const said = words("Look at the crack");
  await sendRawMail(writer, [
    `From: "${writer.name}" <${writer.email}>`,
    "To: support@loper.test",
    `Subject: ${words("Crack")}`,
    `Message-ID: <${crypto.randomUUID()}@example.com>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="frame"',
    "",
    "--frame",
    "Content-Type: text/html; charset=utf-8",
    "",
    `<p>${said}</p><p><img src="cid:crack@example.com" alt="the crack"></p>`,
    "--frame",
    'Content-Type: image/png; name="crack.png"',
    "Content-Transfer-Encoding: base64",
    "Content-ID: <crack@example.com>",
    'Content-Disposition: inline; filename="crack.png"',
    "",
    png,
    "--frame--",
    "",
  ]);
  await inbox.show("all");
  await inbox.open(said);
  await inbox.entry(said).getByRole("button", { name: "Show as sent" }).click();
  const mail = page.frameLocator("iframe[title='Mail as the sender laid it out']");
  await expect.poll(() => width(mail.getByAltText("the crack"))).toBe(2);
});

test("a picture from WhatsApp is shown, and opens", async ({ inbox, page }) => {
  const writer = customer();
  const said = words("This is how it looks");
  await sendPicture(writer, said, { type: "image/png", base64: png });
  await inbox.show("all");
  await inbox.open(said);
  const picture = inbox.entry(said).getByRole("button", { name: /^Picture/ });
  await expect.poll(() => width(picture.locator("img"))).toBe(2);
  await picture.click();
  await expect.poll(() => width(page.getByRole("dialog").getByRole("img"))).toBe(2);
});
