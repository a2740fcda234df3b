import { screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
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
