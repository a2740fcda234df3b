import { screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;
afterEach(() => app.end());

it("in the inbox a key means one thing", async () => {
  app = await renderApp("/inbox/mine");
  await screen.findAllByRole("option");
  await app.user.keyboard("?");
  const dialog = within(await screen.findByRole("dialog", { name: "Every key" }));
  const keys = ["Anywhere", "In the list", "In the conversation", "While writing"].flatMap((place) =>
    [...(dialog.getByRole("heading", { name: place }).parentElement?.querySelectorAll("kbd") ?? [])].map(
      (key) => key.textContent,
    ),
  );
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
