import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { liveState } from "../../lib/live-state.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(() => app?.end());

it("a promise is made by keyboard, stands on the timeline and beside it, and only its owner says that it is kept", async () => {
  app = await renderApp("/inbox/mine/k-eva/t-eva");
  const { user, world } = app;
  await screen.findByRole("feed");
  await waitFor(() => expect(liveState.get().status).toBe("live"));
  await screen.findByText(/Press P to make one/);

  await user.keyboard("p");
  const dialog = within(await screen.findByRole("dialog", { name: "Make a promise" }));
  expect(dialog.getByLabelText("What we will do")).toHaveFocus();
  await user.keyboard("I am asking our driver");
  await user.tab();
  await user.keyboard("tomorrow morning");
  expect(await dialog.findByText("Tomorrow, before 12:00.")).toBeInTheDocument();
  expect(await dialog.findByText("The reply window will have closed by then.")).toBeInTheDocument();
  expect(dialog.getByRole("radio", { name: /WhatsApp/ })).toBeDisabled();
  await user.click(dialog.getByRole("radio", { name: /Email/ }));
  await waitFor(() =>
    expect(dialog.getByRole("button", { name: /Promise and send/ })).not.toHaveAttribute("aria-disabled", "true"),
  );
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  expect(world.promises).toHaveLength(1);
  const panel = within(screen.getByRole("complementary", { name: "Customer" }));
  expect(await panel.findByText("I am asking our driver")).toBeInTheDocument();
  await user.click(panel.getByRole("button", { name: "It is kept" }));
  expect(await panel.findByText("Kept")).toBeInTheDocument();
});
