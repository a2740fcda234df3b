import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it, vi } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

it("where the customer stopped stands beside the conversation, with what they had filled in and the way back", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const site = within(await screen.findByRole("region", { name: "On the site" }));
  expect(site.getByText("Delivery address", { selector: ".b" })).toBeInTheDocument();
  expect(site.getByText("Stopped at step 3 of 4")).toBeInTheDocument();
  expect(site.getByText(/Basket €.?84/)).toBeInTheDocument();
  expect(site.getByText("Javastraat")).toBeInTheDocument();
  expect(site.getByRole("button", { name: "Resume here" })).toBeInTheDocument();
  expect(screen.getByText("Third contact about one matter")).toBeInTheDocument();
});

it("resuming opens the site beside the words, and leaves it no way back into this window", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const url = "https://shop.test/checkout#loper-resume=x";
  app.server.use(
    http.post("/api/v1/customers/:id/resume", () => HttpResponse.json({ url, expiresAt: new Date().toISOString() })),
  );
  const replace = vi.fn();
  const beside = { opener: window, location: { replace }, close: vi.fn() };
  const open = vi.spyOn(window, "open").mockReturnValue(beside as unknown as Window);
  const site = within(await screen.findByRole("region", { name: "On the site" }));
  await app.user.click(site.getByRole("button", { name: "Resume here" }));
  await waitFor(() => expect(replace).toHaveBeenCalledWith(url));
  expect(open.mock.calls[0]?.[2]).toMatch(/^popup,left=\d+,top=\d+,width=512/);
  expect(beside.opener).toBeNull();
});

it("the visit stands in the timeline too, opens to all of it, and goes on live", async () => {
  // Few enough to be drawn all at once, wherever the list begins.
  app = await renderApp("/inbox/mine/k-eva/t-eva", (world) =>
    world.entries.set("k-eva", (world.entries.get("k-eva") ?? []).slice(-20)),
  );
  const { user, world, server } = app;
  const timeline = within(await screen.findByRole("feed"));
  const line = await timeline.findByRole("button", { name: /^On the site now: 3 pages, checkout step 3 of 4/ });
  expect(line).toHaveAttribute("aria-expanded", "false");
  await user.click(line);
  expect(timeline.getByText("Javastraat")).toBeInTheDocument();
  expect(timeline.getByRole("button", { name: "Resume here" })).toBeInTheDocument();

  const now = new Date().toISOString();
  const done = { from: now, to: now, where: "Thanks", flow: null, basket: null, ordered: true, pages: 4 };
  server.use(http.get("/api/v1/customers/:id/steps", () => HttpResponse.json({ noticed: [], items: [done] })));
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  const customer = world.conversation("k-eva")?.customer;
  if (customer) world.emit({ type: "conversation", conversation: "k-eva", customer });
  expect(await timeline.findByText("On the site now: 4 pages, ordered")).toBeInTheDocument();
});
