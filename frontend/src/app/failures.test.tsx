import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { me } from "../testing/mock/cast.ts";
import { renderApp } from "../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

/** What fails is said where people look, and not only to those who listen. */
async function told(words: RegExp) {
  await waitFor(() => expect(document.querySelector(".toast")?.textContent).toMatch(words));
}

const away = () => HttpResponse.json({ type: "store-unavailable" }, { status: 503 });
const silent = /The store does not answer/;

it.each([
  ["resolved", "resolve", "e"],
  ["assigned", "assign", "i"],
])("that a topic was not %s is seen", async (_, path, key) => {
  app = await renderApp("/inbox/all/k-lieke/t-lieke");
  app.server.use(http.post(`/api/v1/topics/:id/${path}`, away));
  await screen.findByRole("feed");
  await app.user.keyboard(key);
  await told(silent);
});

it("that a snooze did not take is seen", async () => {
  app = await renderApp("/inbox/mine/k-daan/t-daan");
  app.server.use(http.post("/api/v1/topics/:id/snooze", away));
  await screen.findByRole("feed");
  await app.user.keyboard("s");
  await app.user.click(await screen.findByRole("menuitem", { name: /Tomorrow morning/ }));
  await told(silent);
});

it("that one is not busy after all is seen", async () => {
  app = await renderApp("/inbox/all/k-lieke/t-lieke");
  app.server.use(http.post("/api/v1/people/:id/presence", away));
  await screen.findByRole("feed");
  await app.user.keyboard("{Shift>}b{/Shift}");
  await told(silent);
});

it("that a take-over from the board failed is seen", async () => {
  app = await renderApp("/board");
  app.server.use(http.post("/api/v1/topics/:id/assign", away));
  const queues = within(await screen.findByRole("region", { name: /^Queues/ }));
  await app.user.click(await queues.findByRole("row", { name: /Orders & delivery/ }));
  await app.user.keyboard("i");
  await told(silent);
});

it("that queues kept their order is seen", async () => {
  app = await renderApp("/admin/queues");
  app.server.use(http.post("/api/v1/queues/order", away), http.put("/api/v1/queues/:id", away));
  await app.user.click(await screen.findByRole("button", { name: "Move Invoices up" }));
  await told(silent);
});

it("that an answer was not sent again is seen", async () => {
  app = await renderApp("/inbox/all/k-ruben/t-ruben");
  app.server.use(http.post("/api/v1/conversations/:id/entries/:entry/retry", away));
  await app.user.click(await screen.findByRole("button", { name: "Send again" }));
  await told(silent);
});
