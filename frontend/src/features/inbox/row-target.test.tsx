import { render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { chooseLanguage } from "../../lib/i18n/setup.ts";
import type { Target } from "../../types/api.ts";
import { RowTarget } from "./components/row-target.tsx";

const now = new Date(2026, 10, 23, 14, 0).getTime();
const target = (minutes: number, state: Target["state"]): Target => ({
  kind: "first",
  dueAt: new Date(now + minutes * 60_000).toISOString(),
  state,
});

afterEach(() => chooseLanguage("en"));

it("an answer that has time says until when", () => {
  render(<RowTarget target={target(10, "running")} now={now} />);
  expect(screen.getByText("answer due 14:10")).toHaveAttribute("title", expect.stringContaining("23 November 2026"));
});

it("an answer that is due soon says how much time is left, in ochre", () => {
  render(<RowTarget target={target(10, "soon")} now={now} />);
  expect(screen.getByText("answer due in 10 min")).toHaveClass("ochre");
});

it("a late answer says so in a word, and by how much", () => {
  render(<RowTarget target={target(-12, "late")} now={now} />);
  expect(screen.getByText("late, 12 min")).toHaveClass("late");
});

it("what is past is late, though the server has not said so yet", () => {
  render(<RowTarget target={target(-1, "soon")} now={now} />);
  expect(screen.getByText("late, 1 min")).toBeInTheDocument();
});

it("it is said in Dutch, too", async () => {
  await chooseLanguage("nl");
  render(<RowTarget target={target(10, "running")} now={now} />);
  expect(screen.getByText("antwoord vóór 14:10")).toBeInTheDocument();
});
