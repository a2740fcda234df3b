import { screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { renderApp } from "../../testing/render-app.tsx";

type App = Awaited<ReturnType<typeof renderApp>>;
let app: App;

afterEach(async () => {
  await app.end();
});

const open = (token: string, link = `/welcome#${token}`) =>
  renderApp(link, (world) => {
    world.signedIn = false;
  });

it("whoever is invited chooses a password and is in the inbox", async () => {
  app = await open("good");
  const { user } = app;
  await screen.findByRole("heading", { name: "Welcome, Sanne Bos" });
  expect(screen.getByText(/sign in with sanne@loper.test/)).toBeInTheDocument();
  await user.type(screen.getByLabelText(/Password/), "welkom1234");
  await user.click(screen.getByRole("button", { name: "Choose it and begin" }));
  expect(await screen.findByText(/too common/)).toBeInTheDocument();
  await user.clear(screen.getByLabelText(/Password/));
  await user.type(screen.getByLabelText(/Password/), "drie paarse olifanten");
  await user.click(screen.getByRole("button", { name: "Choose it and begin" }));
  await waitFor(() => expect(app.world.signedIn).toBe(true));
  expect(await screen.findByRole("listbox")).toBeInTheDocument();
});

it("a link that does not work any more says whom to ask", async () => {
  app = await open("old");
  expect(await screen.findByRole("alert")).toHaveTextContent("Ask an administrator for a new one");
});

it("a link of before is as good, and its token leaves the address that is sent", async () => {
  app = await open("good", "/welcome?token=good");
  await screen.findByRole("heading", { name: "Welcome, Sanne Bos" });
  expect(app.history.location).toMatchObject({ pathname: "/welcome", search: "", hash: "#good" });
});
