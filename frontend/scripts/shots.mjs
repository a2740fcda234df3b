// Pictures of the mock world, to look at: node scripts/shots.mjs [name…]. Needs `npm run dev:mock` and a Chromium.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const base = process.env.SHOTS_URL ?? "http://localhost:5174";
const out = new URL("../shots/", import.meta.url).pathname;
mkdirSync(out, { recursive: true });

/** A house with teams and somebody who is still to come. */
async function staffed(page) {
  await page.evaluate(() => {
    const world = window.world;
    world.teams = [{ id: "team-1", name: "Evening", members: ["p-bram", "p-fatima"] }];
    world.invite({
      name: "Sanne Bos",
      email: "sanne@loper.test",
      roles: ["agent"],
      language: "nl",
      speaks: ["nl"],
    });
    world.changePerson({ ...world.people.find((one) => one.id === "p-bram"), cover: "person:p-fatima" });
    world.changePerson({
      ...world.people.find((one) => one.id === "p-noor"),
      id: "p-joris",
      name: "Joris Mol",
      email: "joris@loper.test",
      active: false,
    });
  });
  await page.click(".admin-nav a >> nth=2");
  await page.click(".admin-nav a >> nth=0");
  await page.waitForTimeout(400);
}

/** Somebody in the chat who may be Eva. */
async function suggest(page) {
  await page.evaluate(() => {
    const world = window.world;
    world.suggestions.set("c-eva", [
      {
        id: "c-lieke",
        customer: { id: "c-lieke", name: "Lieke Janssen", conversation: "k-lieke" },
        strength: "strong",
        evidence: [
          { kind: "typed-address", value: "eva.lindeman@posteo.nl", source: "visitor" },
          { kind: "same-order", value: "471182", source: "visitor" },
        ],
      },
    ]);
    const customer = world.conversation("k-eva").customer;
    world.emit({ type: "conversation", conversation: "k-eva", customer });
  });
  await page.waitForSelector(".maybe");
}

const eva = "/inbox/mine/k-eva/t-eva";
const shots = {
  "inbox-light": { path: eva },
  "inbox-dark": { path: eva, theme: "dark" },
  "inbox-nl": { path: "/inbox/mine/k-daan/t-daan", language: "nl" },
  failed: { path: "/inbox/all/k-ruben/t-ruben" },
  mail: { path: "/inbox/all/k-wouters/t-wouters" },
  "unassigned-none": { path: "/inbox/unassigned" },
  resolved: { path: "/inbox/resolved" },
  command: { path: eva, act: (page) => page.keyboard.press("Control+k") },
  keys: { path: eva, act: (page) => page.keyboard.type("?") },
  note: {
    path: eva,
    act: async (page) => {
      await page.keyboard.press("n");
      await page.waitForTimeout(200);
      await page.keyboard.type("Ask Pieter for the signature.");
    },
  },
  undo: {
    path: "/inbox/mine/k-youssef/t-youssef",
    act: async (page) => {
      await page.keyboard.press("r");
      await page.waitForTimeout(200);
      await page.keyboard.type("Yes, until Wednesday noon. Which day suits you?");
      await page.keyboard.press("Control+Enter");
    },
  },
  newer: {
    path: "/inbox/mine/k-youssef/t-youssef",
    act: async (page) => {
      await page.keyboard.press("r");
      await page.waitForTimeout(200);
      await page.keyboard.type("Yes, until Wednesday noon.");
      await page.evaluate(() =>
        window.world.entries.get("k-youssef").push({
          ...window.world.entries.get("k-youssef").at(-1),
          id: "e-99999999999999-1",
          text: "Sorry, Thursday is fine as well",
          at: new Date().toISOString(),
        }),
      );
      await page.keyboard.press("Control+Enter");
    },
  },
  news: {
    path: "/inbox/unassigned",
    act: async (page) => {
      await page.hover(".rows");
      await page.evaluate(() => {
        window.world.arrive("Sanne de Boer", "Is de winkel zondag open?");
        window.world.arrive("Visitor from Delft", "Do you deliver abroad?");
        window.world.assign("t-lieke", "p-bram");
      });
    },
  },
  assign: { path: eva, act: (page) => page.keyboard.press("t") },
  original: {
    path: eva,
    act: async (page) => {
      await page.click("text=Show as sent");
    },
  },
  move: {
    path: eva,
    act: async (page) => {
      await page.locator("article").last().focus();
      await page.keyboard.press("x");
    },
  },
  suggested: {
    path: eva,
    act: async (page) => {
      await suggest(page);
    },
  },
  "suggested-dark": { path: eva, theme: "dark", act: (page) => suggest(page) },
  joining: {
    path: eva,
    act: async (page) => {
      await suggest(page);
      await page.click(".maybe .link");
    },
  },
  "joined-undo": {
    path: eva,
    act: async (page) => {
      await suggest(page);
      await page.click(".maybe .link");
      await page.click(".dlg .pri");
      await page.click("text=Take apart");
    },
  },
  "phone-suggested": {
    path: eva,
    size: [390, 844],
    act: async (page) => {
      await page.click("[aria-label=Customer]");
      await suggest(page);
    },
  },
  "find-customer": {
    path: eva,
    act: async (page) => {
      await page.keyboard.press("Shift+J");
      await page.keyboard.type("an");
    },
  },
  account: { path: eva, act: (page) => page.click(".me") },
  login: { path: "/login?signed-out" },
  "login-dark-nl": { path: "/login?signed-out", theme: "dark", language: "nl" },
  dead: { path: "/admin/dead-letters" },
  audit: { path: "/admin/audit", theme: "dark" },
  narrow: { path: eva, size: [900, 800] },
  zoomed: { path: eva, size: [720, 450] },
  "phone-list": { path: "/inbox/mine", size: [390, 844] },
  "phone-list-dark-nl": { path: "/inbox/all", size: [390, 844], theme: "dark", language: "nl" },
  "phone-conversation": { path: eva, size: [390, 844] },
  "phone-conversation-dark": { path: "/inbox/mine/k-daan/t-daan", size: [390, 844], theme: "dark", language: "nl" },
  "phone-rail": { path: "/inbox/mine", size: [390, 844], act: (page) => page.click(".top .btn") },
  "phone-customer": { path: eva, size: [390, 844], act: (page) => page.click("[aria-label=Customer]") },
  welcome: { path: "/welcome?token=good" },
  "welcome-gone": { path: "/welcome?token=old", language: "nl" },
  "phone-welcome": { path: "/welcome?token=good", size: [390, 844] },
  away: { path: eva, act: (page) => page.keyboard.press("Shift+A") },
  "away-dark-nl": { path: eva, theme: "dark", language: "nl", act: (page) => page.keyboard.press("Shift+A") },
  "phone-away": { path: eva, size: [390, 844], act: (page) => page.keyboard.press("Shift+A") },
  "away-said": {
    path: eva,
    act: async (page) => {
      await page.keyboard.press("Shift+A");
      await page.click(".choice:has-text('lunch')");
      await page.click(".choices:nth-of-type(2) .choice:nth-child(3)");
      await page.click("dialog .btn.pri");
    },
  },
  people: { path: "/admin/people", act: staffed },
  "people-dark-nl": { path: "/admin/people", theme: "dark", language: "nl", act: staffed },
  "phone-people": { path: "/admin/people", size: [390, 844], act: staffed },
  "people-invite": { path: "/admin/people", act: (page) => page.keyboard.press("n") },
  "people-invited": {
    path: "/admin/people",
    act: async (page) => {
      await page.keyboard.press("n");
      await page.fill("dialog input >> nth=0", "Sanne Bos");
      await page.fill("dialog input >> nth=1", "sanne@loper.test");
      await page.click("dialog .btn.pri");
    },
  },
  person: { path: "/admin/people/p-bram" },
  "person-nl": { path: "/admin/people/p-inge", language: "nl", theme: "dark" },
  "phone-person": { path: "/admin/people/p-bram", size: [390, 844] },
  "person-deactivate": { path: "/admin/people/p-fatima", act: (page) => page.click("text=Deactivate…") },
  "teams-none": { path: "/admin/teams" },
  teams: {
    path: "/admin/teams",
    act: async (page) => {
      await page.keyboard.press("n");
      await page.fill("dialog input >> nth=0", "Evening");
      await page.click("dialog .choice >> nth=1");
    },
  },
  departments: {
    path: "/admin/departments",
    act: async (page) => {
      await page.keyboard.press("n");
      await page.fill("dialog input >> nth=0", "Warehouse");
      await page.fill("dialog input >> nth=1", "warehouse@example.com");
      await page.click("dialog .btn.pri");
    },
  },
  "assign-menu": { path: eva, act: (page) => page.keyboard.press("t") },
  "phone-login": { path: "/login?signed-out", size: [390, 844] },
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  ignoreDefaultArgs: true,
  timeout: 20_000,
  args: [
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    `--user-data-dir=${mkdtempSync(join(tmpdir(), "loper-shots-"))}`,
    "about:blank",
  ],
});
const wanted = process.argv.slice(2);
for (const [name, shot] of Object.entries(shots)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const [width, height] = shot.size ?? [1440, 900];
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
    hasTouch: width < 500,
    colorScheme: shot.theme ?? "light",
    locale: shot.language ?? "en-GB",
    timezoneId: "Europe/Amsterdam",
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && console.log(`${name}: ${message.text()}`));
  page.on("pageerror", (error) => console.log(`${name}: ${error.stack}`));
  await page.addInitScript(
    ([language]) => {
      localStorage.setItem("loper.language", JSON.stringify(language));
      localStorage.setItem("mock.language", language);
    },
    [shot.language ?? "en"],
  );
  await page.goto(base + shot.path);
  await page.waitForTimeout(1500);
  if (shot.act) {
    await shot.act(page);
    await page.waitForTimeout(700);
  }
  await page.screenshot({ path: `${out}${name}.png` });
  console.log(name);
  await context.close();
}
await browser.close();
