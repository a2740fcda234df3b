import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

const route = (from: string, to: string) => app.world.routes.find((one) => one.from === from && one.to === to);

it("every route stands with what became of it, and those without a channel in one line", async () => {
  app = await renderApp("/admin/handovers");
  const whatsApp = within((await screen.findAllByRole("row", { name: /^WhatsApp/ }))[0] as HTMLElement);
  expect(whatsApp.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(
    expect.arrayContaining(["41", "29", "64 s", "22 %", "3", "5", "4"]),
  );
  expect(screen.getAllByText(/^Not connected: Messenger, Instagram, Telegram/)).toHaveLength(5);
});

it("a row opens wherever it is pressed, but where it is switched", async () => {
  app = await renderApp("/admin/handovers");
  const { user, history } = app;
  const toPhone = await screen.findByRole("checkbox", { name: "Offer phone to those in chat" });
  await user.click(toPhone);
  expect(history.location.pathname).toBe("/admin/handovers");
  await user.click(
    within(toPhone.closest("tr") as HTMLElement)
      .getAllByRole("cell")
      .at(-1) as HTMLElement,
  );
  expect(history.location.pathname).toBe("/admin/handovers/chat/voice");
});

it("where nobody was handed over, the page says how to begin", async () => {
  app = await renderApp("/admin/handovers", (world) => {
    world.routeFigures = [];
  });
  expect(await screen.findByText(/Open a conversation and press H/)).toBeInTheDocument();
});

it("a route is switched off where it stands, and its words stay ours", async () => {
  app = await renderApp("/admin/handovers");
  await app.user.click(await screen.findByRole("checkbox", { name: "Offer phone to those in chat" }));
  await waitFor(() => expect(route("chat", "voice")).toMatchObject({ enabled: false, own: false }));
  expect(route("email", "voice")?.enabled).toBe(true);
});

it("words that leave out what leads there are not saved; others are, and go back to ours", async () => {
  app = await renderApp("/admin/handovers/chat/voice");
  const { user } = app;
  const english = await screen.findByLabelText("In English");
  await user.clear(english);
  await user.type(english, "Call us on {{number}");
  expect(screen.getByText("Without {code} the customer cannot get there.")).toBeInTheDocument();
  await user.keyboard("{Control>}s{/Control}");
  expect(route("chat", "voice")?.own).toBe(false);
  await user.type(english, " with {{code}");
  expect(screen.getByText("Call us on +31 20 123 45 67 with 482 193")).toBeInTheDocument();
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(route("chat", "voice")?.en).toBe("Call us on {number} with {code}"));

  await user.click(await screen.findByRole("button", { name: "Use Loper’s own words again" }));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(route("chat", "voice")?.own).toBe(false));
  expect(await screen.findByDisplayValue("Call {number} and key in {code}.")).toBeInTheDocument();
});

it("of two who change a route the second is told, and loses nothing that was typed", async () => {
  app = await renderApp("/admin/handovers/chat/sms");
  const { user, world } = app;
  const english = await screen.findByLabelText("In English");
  await user.type(english, " Soon.");
  const theirs = { nl: "Hun woorden: {link}", own: true, version: "new." };
  world.routes = world.routes.map((one) => (one === route("chat", "sms") ? { ...one, ...theirs } : one));
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  expect(await screen.findByDisplayValue("Hun woorden: {link}")).toBeInTheDocument();
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(route("chat", "sms")).toMatchObject({ nl: "Hun woorden: {link}", version: "new.." }));
  expect(route("chat", "sms")?.en).toMatch(/ Soon\.$/);
});

it("a supervisor reads the figures and changes nothing", async () => {
  me.roles = ["supervisor"];
  app = await renderApp("/admin/handovers");
  expect(await screen.findAllByText("29")).not.toHaveLength(0);
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("link", { name: "WhatsApp" })).toBeNull();
});
