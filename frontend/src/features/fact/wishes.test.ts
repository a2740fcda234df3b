import { expect, it } from "vitest";
import type { Fact } from "../../types/fact.ts";
import { aboutChanges, wishesOf, wishKinds } from "./wishes.ts";

const fact = (kind: string, value: string): Fact => ({
  kind,
  name: { nl: kind, en: kind },
  value,
  state: "corrected",
  source: { entry: null, channel: "agent", at: "2026-11-26T09:00:00Z" },
  by: null,
  entries: [],
  earlier: [],
});

it("wishes are read from the facts that hold them", () => {
  expect(
    wishesOf([fact("preferred-channel", "email"), fact("quiet-hours", "21:00-08:00"), fact("language", "nl")]),
  ).toEqual({ channel: "email", from: "21:00", until: "08:00", language: "nl" });
  expect(wishesOf([fact("quiet-hours", "00:00-00:00")])).toEqual({ channel: "", from: "", until: "", language: "" });
});

it("only what is wished otherwise is written down, and quiet that is over as no hours", () => {
  const before = { channel: "email", from: "21:00", until: "08:00", language: "" };
  expect(wishKinds(before, before)).toEqual([]);
  expect(wishKinds(before, { ...before, channel: "sms", from: "", until: "" })).toEqual([
    ["preferred-channel", "sms"],
    ["quiet-hours", "00:00-00:00"],
  ]);
  expect(wishKinds(before, { ...before, channel: "" })).toEqual([["preferred-channel", ""]]);
  const about = { birthday: "12-05-1990", since: "", persona: "" };
  expect(aboutChanges(about, { birthday: "", since: "", persona: "Patient" })).toEqual([
    ["birthday", ""],
    ["persona", "Patient"],
  ]);
});
