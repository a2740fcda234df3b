import { expect, it } from "vitest";
import type { ChatEntry } from "./protocol";
import { arrived, INITIAL, isSeen } from "./store";

const entry = (id: string, from: ChatEntry["from"]): ChatEntry => ({
  id,
  from,
  clientId: null,
  name: null,
  text: id,
  at: "2026-06-11T10:00:00Z",
  attachments: [],
  withdrawn: false,
});

it("whoever answers has read what came before", () => {
  const asked = arrived(INITIAL, entry("1", "visitor"));
  expect(isSeen(asked, "1")).toBe(false);
  const answered = arrived(asked, entry("2", "agent"));
  expect(isSeen(answered, "1")).toBe(true);
  expect(isSeen(arrived(answered, entry("3", "visitor")), "3")).toBe(false);
});
