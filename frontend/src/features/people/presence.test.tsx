import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { office } from "../../testing/mock/queues.ts";
import { renderApp } from "../../testing/render-app.tsx";
import type { Colleague } from "../../types/api.ts";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
});

const open = async () => {
  app = await renderApp("/inbox/all/k-lieke/t-lieke");
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
};
const stands = (id: string) => app.world.people.find((one) => one.id === id)?.presence;
const rail = () => within(screen.getByRole("navigation", { name: "Views" }));

it("a line that comes back says for how long nobody has touched the screen", async () => {
  await open();
  expect(Number(app.world.subscribed.idle)).toBeGreaterThanOrEqual(0);
  expect(app.world.subscribed.wall).toBeUndefined();
});

it("a colleague's lunch is seen at once, and who is here stands first", async () => {
  await open();
  const fatima = app.world.people.find((one) => one.id === "p-fatima") as Colleague;
  expect(rail().getByText("Fatima Aydin")).toBeInTheDocument();
  app.world.changePerson({
    ...fatima,
    online: false,
    presence: { state: "away", reason: "meeting", note: "Room 2", until: null, since: null },
  });
  expect(await rail().findByText("meeting")).toBeInTheDocument();
  expect(rail().getByTitle("Fatima Aydin, meeting, Room 2")).toBeInTheDocument();
  const names = [...document.querySelectorAll(".who .nm")].map((one) => one.textContent);
  expect(names).toEqual(["Bram Kuipers", "Fatima Aydin", "Inge Vermeer", "Noor de Wit"]);
});

it("two keys say that one is away and back", async () => {
  await open();
  const { user } = app;
  await user.keyboard("{Shift>}a{/Shift}");
  await user.click(await screen.findByRole("radio", { name: "lunch" }));
  await user.type(screen.getByLabelText(/A word for your colleagues/), "Round the corner");
  await user.click(screen.getByRole("button", { name: "I am away" }));
  expect(await screen.findByText("You are away: lunch")).toBeInTheDocument();
  expect(stands("p-lotte")).toMatchObject({ state: "away", reason: "lunch", note: "Round the corner" });
  await user.keyboard("{Shift>}a{/Shift}");
  await waitFor(() => expect(stands("p-lotte")?.state).toBe("online"));
  await waitFor(() => expect(screen.queryByText(/You are away/)).toBeNull());
});

it("whoever is back tomorrow is back when their queue opens", async () => {
  await open();
  const { user, world } = app;
  const early = { ...office, week: { ...office.week, monday: [{ from: "07:30", until: "12:00" }] } };
  world.calendars = [{ id: "default", calendar: early, version: 0, open: true, opensAt: null, closesAt: null }];
  await user.keyboard("{Shift>}a{/Shift}");
  await user.click(await screen.findByRole("radio", { name: "tomorrow 07:30" }));
  await user.click(screen.getByRole("button", { name: "I am away" }));
  await waitFor(() => expect(stands("p-lotte")?.state).toBe("away"));
  const until = new Date(stands("p-lotte")?.until ?? "");
  expect([until.getHours(), until.getMinutes()]).toEqual([7, 30]);
});

it("whoever goes home for the weekend is back when their queue opens on Monday, not when its morning ends", async () => {
  await open();
  const { user, server } = app;
  const monday = (hour: number) => new Date(2030, 0, 7, hour).toISOString();
  server.use(
    http.get("/api/v1/calendars/:id/moment", ({ request }) => {
      const words = new URL(request.url).searchParams.get("text");
      const closed = { outcome: "closed", from: null, at: monday(0), sentence: "", zone: "UTC" };
      if (words === "tomorrow opening") return HttpResponse.json({ ...closed, instead: monday(9) });
      if (words?.startsWith("tomorrow")) return HttpResponse.json({ ...closed, instead: monday(12) });
      return HttpResponse.json({ ...closed, outcome: "understood", from: monday(9), at: monday(9), instead: null });
    }),
  );
  await user.keyboard("{Shift>}a{/Shift}");
  expect(await screen.findByRole("radio", { name: /7 Jan.* 09:00/ })).toBeInTheDocument();
  expect(screen.queryByRole("radio", { name: /12:00/ })).toBeNull();
});

it("one key says that one is busy, and the same that one is free", async () => {
  await open();
  await app.user.keyboard("{Shift>}b{/Shift}");
  expect(await screen.findByText(/nothing more comes to you/)).toBeInTheDocument();
  await app.user.click(screen.getByRole("button", { name: /I am free/ }));
  await waitFor(() => expect(stands("p-lotte")?.state).toBe("online"));
});

it("whoever gives a topic away sees who is not there", async () => {
  await open();
  await app.user.keyboard("t");
  const menu = within(await screen.findByRole("menu", { name: "Assign to" }));
  expect(menu.getByRole("menuitemradio", { name: /Inge Vermeer\s?lunch until/ })).toBeInTheDocument();
  expect(menu.getByRole("menuitemradio", { name: /Noor de Wit\s?not here/ })).toBeInTheDocument();
  expect(menu.getByRole("menuitemradio", { name: "Fatima Aydin" })).toBeInTheDocument();
});

it("whoever was taken for idle is back with the first key", async () => {
  await open();
  const lotte = app.world.people.find((one) => one.id === "p-lotte") as Colleague;
  app.world.changePerson({
    ...lotte,
    online: false,
    presence: { state: "away", reason: "idle", note: null, until: null, since: null },
  });
  await screen.findByText(/You are away/);
  const before = app.world.inputs;
  await waitFor(async () => {
    await app.user.keyboard("{Shift}");
    expect(app.world.inputs).toBeGreaterThan(before);
  });
});
