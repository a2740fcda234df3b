import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app.end());

it("of a customer whom a colleague erases nothing stays on a screen that shows them", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  await screen.findByLabelText("Timeline");
  expect(screen.getByLabelText("Customer")).toHaveTextContent("eva.lindeman@posteo.nl");
  app.server.use(
    http.get("/api/v1/conversations/:id", () => HttpResponse.json({ type: "not-found" }, { status: 404 })),
  );
  app.world.emit({ type: "homes", conversation: "k-eva", at: "k-eva" });
  expect(await screen.findByText("The conversation could not be loaded.")).toBeVisible();
  await waitFor(() => expect(screen.queryByLabelText("Customer")).toBeNull());
});
