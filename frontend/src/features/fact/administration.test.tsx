import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";

let app: Awaited<ReturnType<typeof renderApp>>;

afterEach(async () => {
  await app.end();
  me.roles = ["agent", "administrator"];
});

it("a kind of one’s own is defined, tried on a message, removed, and brought back as it was", async () => {
  app = await renderApp("/admin/facts");
  const { user } = app;
  expect(await screen.findByText(/No kinds of your own yet/)).toBeInTheDocument();
  const always = within(screen.getByRole("main")).getByRole("list");
  expect(within(always).getByText("Postcode")).toBeInTheDocument();
  expect(within(always).queryByRole("button")).toBeNull();

  await user.keyboard("n");
  await user.type(await screen.findByLabelText("In Dutch"), "Lidnummer");
  await user.type(screen.getByLabelText("In English"), "Membership number");
  await user.click(screen.getByLabelText("Pattern"));
  await user.paste("L-\\d{4}");
  expect(await screen.findByText("L-1234", { selector: "mark" })).toBeInTheDocument();
  await user.type(screen.getByLabelText("Questions in Dutch"), "Wat is je lidnummer?{Enter}Bent u lid?");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  expect(await screen.findByRole("heading", { name: "Membership number", level: 1 })).toBeInTheDocument();

  await user.click(screen.getByRole("link", { name: "Facts" }));
  const row = within(await screen.findByRole("row", { name: /Membership number/ }));
  expect(row.getByText("L-\\d{4}")).toBeInTheDocument();
  expect(row.getByText("by its name and 2 questions")).toBeInTheDocument();
  await user.click(row.getByRole("button", { name: "Remove Membership number" }));
  await waitFor(() => expect(screen.queryByRole("row", { name: /Membership number/ })).toBeNull());
  await user.keyboard("z");
  expect(await screen.findByRole("row", { name: /Membership number/ })).toHaveTextContent("2 questions");
  await waitFor(() => expect(screen.queryByRole("button", { name: /Undo/ })).toBeNull());
});

it("of two who change a kind the second is told, and loses nothing that was typed", async () => {
  app = await renderApp("/admin/facts/new");
  const { user } = app;
  await user.type(await screen.findByLabelText("In English"), "Card");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByRole("heading", { name: "Card", level: 1 });
  await user.type(screen.getByLabelText("Questions in English"), "Your card?");
  const theirs = { name: { nl: "Pas", en: "Card" }, pattern: null, questions: { nl: [], en: [] }, version: "new." };
  await fetch("/api/v1/fact-kinds/card", { method: "PUT", body: JSON.stringify(theirs) });
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByLabelText("In Dutch")).toHaveValue("Pas"));
  expect(screen.getByLabelText("Questions in English")).toHaveValue("Your card?");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await waitFor(() => expect(screen.queryByText(/stands here now/)).toBeNull());
});

it("a pattern that cannot be read says so before it is saved", async () => {
  app = await renderApp("/admin/facts/new");
  await app.user.click(await screen.findByLabelText("Pattern"));
  await app.user.paste("(");
  expect(await screen.findByText(/This pattern cannot be used/)).toBeInTheDocument();
});

it("how often was asked again is shown in total, by day, and of one channel alone", async () => {
  me.roles = ["agent", "supervisor"];
  app = await renderApp("/admin/asked");
  const { user } = app;
  const total = () => document.querySelector(".figs-total")?.textContent;
  await waitFor(() => expect(total()).toMatch(/18 %Asked again49Questions9Answer was known/));
  expect(screen.getByRole("img", { name: /Questions by day/ })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Email" }));
  expect(screen.getByText("Only Email")).toBeInTheDocument();
  expect(total()).toMatch(/25 %/);
  await user.click(screen.getByRole("button", { name: "All" }));
  expect(total()).toMatch(/18 %/);
  expect(screen.getByRole("link", { name: "As CSV" })).toHaveAttribute(
    "href",
    expect.stringContaining("figures.csv?from="),
  );
  expect(screen.queryByRole("link", { name: "Facts" })).toBeNull();
});
