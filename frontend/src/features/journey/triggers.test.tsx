import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { me } from "../../testing/mock/cast.ts";
import { renderApp } from "../../testing/render-app.tsx";
import { amountOf, freshTrigger, lackOf, wishOf } from "./trigger-draft.ts";

let app: Awaited<ReturnType<typeof renderApp>> | undefined;

afterEach(async () => {
  await app?.end();
  app = undefined;
  me.roles = ["agent", "administrator"];
});

it("what invites visitors is listed with its condition and what became of it, and a new one is written", async () => {
  app = await renderApp("/admin/triggers");
  const { user } = app;
  const row = within(await screen.findByRole("row", { name: /Stuck at delivery/ }));
  expect(row.getByText("basket over 200, at “delivery”, for 2 minutes")).toBeInTheDocument();
  expect(row.getByText("41 asked, 12 opened the chat, 9 waved it away")).toBeInTheDocument();
  expect(screen.getByText(/at most 1 invitation a day and 3 in thirty days/)).toBeInTheDocument();

  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Große Körbe");
  await user.keyboard("{Control>}s{/Control}");
  expect(screen.getByText(/Say where they are, or what the basket exceeds/)).toBeInTheDocument();
  await user.type(screen.getByLabelText(/^Basket over/), "1.250,50");
  await user.type(screen.getByLabelText("In Dutch"), "Hulp nodig?");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByRole("heading", { name: "Große Körbe", level: 1 })).toBeInTheDocument();
  await user.click(within(screen.getByRole("main")).getByRole("link", { name: "Invitations to chat" }));
  const added = within(await screen.findByRole("row", { name: /Große Körbe/ }));
  expect(added.getByText(/basket over 1250.5, for 2 minutes/)).toBeInTheDocument();
  await user.click(added.getByRole("button", { name: /^Remove/ }));
  await waitFor(() => expect(screen.queryByRole("row", { name: /Große Körbe/ })).toBeNull());
  await user.keyboard("z");
  expect(await screen.findByRole("row", { name: /Große Körbe/ })).toBeInTheDocument();
});

it("of two who change one the second is told, and loses nothing that was typed", async () => {
  app = await renderApp("/admin/triggers/stuck-at-delivery");
  const { user } = app;
  await user.type(await screen.findByLabelText("Name"), " and payment");
  const { items } = (await (await fetch("/api/v1/triggers")).json()) as { items: object[] };
  const theirs = { ...items[0], seconds: 60 };
  await fetch("/api/v1/triggers/stuck-at-delivery", { method: "PUT", body: JSON.stringify(theirs) });
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/stands here now/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getByDisplayValue("60")).toBeInTheDocument());
  expect(screen.getByLabelText("Name")).toHaveValue("Stuck at delivery and payment");
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByRole("heading", { name: "Stuck at delivery and payment", level: 1 })).toBeInTheDocument();
});

it("supervisors do not see it", async () => {
  me.roles = ["agent", "supervisor"];
  app = await renderApp("/admin/people");
  expect(await screen.findByRole("navigation", { name: "Administration" })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "Invitations to chat" })).toBeNull();
});

it("an amount is read however it is written, and words are none", () => {
  expect(["200", "1.249,50", "1,249.5", "€ 84", "1.249"].map(amountOf)).toEqual([200, 1249.5, 1249.5, 84, 1249]);
  expect(["", "much", "-3"].map(amountOf)).toEqual([null, null, null]);
});

it("what is missing is named, one after the other", () => {
  const draft = { ...freshTrigger, name: "A", place: "x", nl: "Hulp?" };
  expect(lackOf(draft)).toBeNull();
  expect(lackOf({ ...draft, name: " " })).toBe("name");
  expect(lackOf({ ...draft, place: "" })).toBe("where");
  expect(lackOf({ ...draft, over: "a lot" })).toBe("over");
  expect(lackOf({ ...draft, wait: "4" })).toBe("wait");
  expect(lackOf({ ...draft, days: "1e3" })).toBe("days");
  expect(lackOf({ ...draft, nl: " " })).toBe("words");
  expect(wishOf(draft).text).toEqual({ nl: "Hulp?", en: "Hulp?" });
});
