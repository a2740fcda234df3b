import { expect, it } from "vitest";
import { entry } from "../../testing/mock/cast.ts";
import { firstUnread, layOut, storyOf } from "./timeline-items.ts";

const at = (minute: number) => `2026-06-11T10:${String(minute).padStart(2, "0")}:00Z`;
const us = { kind: "agent" as const, id: "p", name: "Lotte" };
const chat = (minute: number) => entry({ topic: "t", channel: "chat", at: at(minute), text: "…" });
const mail = (minute: number) => entry({ topic: "t", channel: "email", at: at(minute), text: "…" });
const answer = (minute: number) => entry({ topic: "t", channel: "chat", direction: "out", author: us, at: at(minute) });

it("the glyph stands only where the channel changes", () => {
  const items = layOut([chat(1), answer(2), mail(3), mail(4), chat(5)], [], null, false, false);
  const glyphs = items.flatMap((item) => (item.kind === "entry" ? [item.glyph] : []));
  expect(glyphs).toEqual(["chat", null, "email", null, "chat"]);
});

it("a turn is close, a change of channel stands apart", () => {
  const items = layOut([chat(1), answer(2), mail(3)], [], null, false, false);
  expect(items.flatMap((item) => (item.kind === "entry" ? [item.space] : []))).toEqual(["none", "turn", "channel"]);
});

it("a new day, another topic and the new part have their rules", () => {
  const other = entry({ topic: "u", channel: "email", at: "2026-06-13T10:00:00Z" });
  const items = layOut([chat(1), other], [], other.id, true, true);
  expect(items.map((item) => item.kind)).toEqual(["begin", "topic", "entry", "day", "topic", "new", "entry"]);
});

it("what is new begins after our last word", () => {
  const second = mail(3);
  expect(firstUnread([chat(1), answer(2), second, mail(4)])).toBe(second.id);
  expect(firstUnread([chat(1), answer(2)])).toBeNull();
});

it("the story names each channel in the order it was walked", () => {
  expect(storyOf([chat(1), answer(2), mail(3), chat(4)])).toEqual(["chat", "email", "chat"]);
});
