import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { customer, words } from "../support/given.ts";
import { sendMail } from "../support/sandbox.ts";
import { test } from "../support/test.ts";

test("a hostile mail runs nothing and loads nothing until pictures are asked for", async ({ inbox, page }) => {
  const asked: string[] = [];
  const spy = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => spy.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${(spy.address() as { port: number }).port}`;
  const complaints: string[] = [];
  page.on("dialog", (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  const said = words("Look at this");
  await sendMail(customer("Mallory"), words("Hostile"), {
    text: said,
    html: `<p>${said}</p>
      <script>window.top.taken = true; alert("script")</script>
      <script src="${base}/script.js"></script>
      <img src="${base}/picture.png" onerror="window.top.taken = true; alert('image')">
      <img src="x" onerror="window.top.taken = true">
      <svg onload="window.top.taken = true"><image href="${base}/svg.png"/></svg>
      <iframe src="${base}/frame"></iframe><object data="${base}/object"></object>
      <link rel="stylesheet" href="${base}/style.css"><style>@import url(${base}/import.css);</style>
      <div style="background:url(${base}/background.png)">styled</div>
      <video poster="${base}/poster.png" src="${base}/film.mp4"></video>
      <meta http-equiv="refresh" content="0;url=${base}/refresh"><base href="${base}/">
      <a href="javascript:window.top.taken = true">press here</a>
      <form action="${base}/form"><input name="q"><button>Send</button></form>`,
  });

  await inbox.show("all");
  await inbox.open(said);
  await inbox.entry(said).getByRole("button", { name: "Show as sent" }).click();
  const frame = page.frameLocator("iframe[title='Mail as the sender laid it out']");
  await expect(frame.getByText(said)).toBeVisible();
  await frame.getByText("press here").click();
  await expect(page.getByText(/^Pictures from elsewhere are not loaded/)).toBeVisible();
  expect(await page.evaluate(() => "taken" in window), "a script of the mail ran").toBe(false);
  expect(asked, "addresses of the sender that were asked").toEqual([]);

  await page.getByRole("button", { name: "Load pictures" }).click();
  await expect.poll(() => asked).toContain("/picture.png");
  expect(
    asked.filter((path) => !path.endsWith(".png")),
    "only pictures",
  ).toEqual([]);
  expect(await page.evaluate(() => "taken" in window)).toBe(false);
  expect(complaints).toEqual([]);
  await new Promise((done) => spy.close(done));
});
