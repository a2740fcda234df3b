import { screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "../../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
});

const dialog = () => within(screen.getByRole("dialog", { name: "My password" }));

async function open() {
  app = await renderApp("/inbox/mine");
  await app.user.click(await screen.findByRole("button", { name: /^Account and settings of/ }));
  await app.user.click(screen.getByRole("menuitem", { name: "My password" }));
  await screen.findByRole("dialog", { name: "My password" });
}

async function fill(current: string, next: string) {
  await app.user.clear(dialog().getByLabelText("Password until now"));
  await app.user.type(dialog().getByLabelText("Password until now"), current);
  await app.user.clear(dialog().getByLabelText(/New password/));
  await app.user.type(dialog().getByLabelText(/New password/), next);
  await app.user.click(dialog().getByRole("button", { name: "Change it" }));
}

it("one's own password is changed by saying the one until now, and the screen stays", async () => {
  await open();
  expect(dialog().getByText(/everywhere else you are signed out/)).toBeInTheDocument();
  expect(dialog().getByLabelText("Password until now")).toHaveAttribute("autocomplete", "current-password");
  expect(dialog().getByLabelText(/New password/)).toHaveAttribute("autocomplete", "new-password");
  await fill("not mine", "vier groene giraffen");
  expect(await dialog().findByText("This is not your password until now.")).toBeInTheDocument();
  expect(dialog().getByLabelText("Password until now")).toHaveAttribute("aria-invalid", "true");
  await fill("loper-demo", "welkom1234");
  expect(await dialog().findByText(/too common/)).toBeInTheDocument();
  expect(dialog().getByLabelText(/New password/)).toHaveAttribute("aria-invalid", "true");
  await fill("loper-demo", "vier groene giraffen");
  expect(await screen.findByText(/Your password is changed/)).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByRole("listbox")).toBeInTheDocument();
});

it("who guesses too often is told to wait", async () => {
  await open();
  await fill("guessed too often", "vier groene giraffen");
  expect(await dialog().findByRole("alert")).toHaveTextContent(/Too many attempts/);
});
