import { expect, it } from "vitest";
import { entry } from "../../testing/mock/cast.ts";
import type { Entry } from "../../types/api.ts";
import { firstUnread, layOut, storyOf, undoneDeeds } from "./timeline-items.ts";

const at = (minute: number) => `2026-06-11T10:${String(minute).padStart(2, "0")}:00Z`;
const us = { kind: "agent" as const, id: "p", name: "Lotte" };
const chat = (minute: number) => entry({ topic: "t", channel: "chat", at: at(minute), text: "…" });
const mail = (minute: number) => entry({ topic: "t", channel: "email", at: at(minute), text: "…" });
const answer = (minute: number) => entry({ topic: "t", channel: "chat", direction: "out", author: us, at: at(minute) });

it("the glyph stands only where the channel changes", () => {
  const items = layOut([chat(1), answer(2), mail(3), mail(4), chat(5)], [], null, false, true);
  const glyphs = items.flatMap((item) => (item.kind === "entry" ? [item.glyph] : []));
  expect(glyphs).toEqual(["chat", null, "email", null, "chat"]);
});

it("a turn is close, a change of channel stands apart", () => {
  const items = layOut([chat(1), answer(2), mail(3)], [], null, false, true);
  expect(items.flatMap((item) => (item.kind === "entry" ? [item.space] : []))).toEqual(["none", "turn", "channel"]);
});

it("a new day, another topic and the new part have their rules", () => {
  const other = entry({ topic: "u", channel: "email", at: "2026-06-13T10:00:00Z" });
  const items = layOut([chat(1), other], [], other.id, true, true);
  expect(items.map((item) => item.kind)).toEqual(["begin", "topic", "entry", "day", "topic", "new", "entry"]);
});

it("what another department handles says one thing, however much it is", () => {
  const hidden = (minute: number) => ({ ...entry({ topic: "", at: at(minute), text: "" }), type: "hidden" as const });
  const items = layOut([chat(1), hidden(2), hidden(3), chat(4), hidden(5)], [], null, true, true);
  expect(items.map((item) => item.kind)).toEqual(["begin", "topic", "entry", "hidden", "topic", "entry", "hidden"]);
});

it("what is new begins after our last word", () => {
  const second = mail(3);
  expect(firstUnread([chat(1), answer(2), second, mail(4)])).toBe(second.id);
  expect(firstUnread([chat(1), answer(2)])).toBeNull();
});

it("a speaker who goes on is named once, and the clock once a minute", () => {
  const seconds = (second: number) => ({ ...chat(1), id: `s${second}`, at: `2026-06-11T10:01:${second}Z` });
  const items = layOut([seconds(10), seconds(40), chat(3), answer(4), chat(30), chat(40)], [], null, false, true);
  expect(items.flatMap((item) => (item.kind === "entry" ? [item.again] : []))).toEqual([
    "nothing",
    "name-and-time",
    "name",
    "nothing",
    "nothing",
    "nothing",
  ]);
});

it("a subject stands where it is new: neither the topic's title nor that of the mail before", () => {
  const mailed = (minute: number, subject: string) => ({ ...mail(minute), subject });
  const items = layOut(
    [
      mailed(1, "Order 4711"),
      mailed(2, "Re: Order 4711"),
      mailed(3, "And the invoice"),
      mailed(4, "RE: And the invoice"),
    ],
    [],
    null,
    false,
    true,
    () => "Order 4711",
  );
  expect(items.flatMap((item) => (item.kind === "entry" ? [item.subject] : []))).toEqual([
    null,
    null,
    "And the invoice",
    null,
  ]);
});

it("what an earlier page brings changes nothing of what stood already", () => {
  const all = [chat(1), answer(2), mail(3), mail(4), chat(5)];
  const known = layOut(all.slice(1), [], null, true, false);
  const more = layOut(all, [], null, true, true);
  expect(known.map((item) => item.key)).toEqual(all.slice(2).map((one) => one.id));
  expect(more.slice(-known.length)).toEqual(known);
});

const visit = (minute: number) => ({
  from: at(minute),
  to: at(minute + 2),
  where: "Lamps",
  flow: null,
  basket: null,
  ordered: false,
  pages: 2,
});

it("a visit stands among what was said, where it began", () => {
  const items = layOut([chat(3), answer(6), chat(9)], [], null, false, true, undefined, [
    visit(10),
    visit(5),
    visit(1),
  ]);
  expect(items.map((item) => item.kind)).toEqual(["begin", "visit", "entry", "visit", "entry", "entry", "visit"]);
  expect(items.flatMap((item) => (item.kind === "entry" ? [item.glyph] : []))).toEqual(["chat", "chat", null]);
});

it("a visit on another day has its day, and one before what is loaded waits for its page", () => {
  const late = { ...visit(1), from: "2026-06-13T10:00:00Z" };
  const all = [chat(3), chat(6)];
  expect(layOut(all, [], null, false, true, undefined, [late]).map((item) => item.kind)).toEqual([
    "begin",
    "entry",
    "entry",
    "day",
    "visit",
  ]);
  const known = layOut(all, [], null, false, false, undefined, [visit(1), visit(2), visit(4)]);
  expect(known.map((item) => item.kind)).toEqual(["visit", "entry"]);
  const more = layOut([chat(0), ...all], [], null, false, true, undefined, [visit(1), visit(2), visit(4)]);
  expect(more.slice(-known.length)).toEqual(known);
});

it("the story names each channel in the order it was walked", () => {
  expect(storyOf([chat(1), answer(2), mail(3), chat(4)])).toEqual(["chat", "email", "chat"]);
});

it("knows what was taken back since", () => {
  const told = (kind: string, deed: string) => ({
    ...entry({ topic: "t", channel: null, at: at(1), text: "" }),
    event: { kind, deed } as NonNullable<Entry["event"]>,
  });
  expect([...undoneDeeds([told("merged", "d1"), told("merged", "d2"), told("unmerged", "d2")])]).toEqual(["d2"]);
});
