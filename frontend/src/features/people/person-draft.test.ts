import { expect, it } from "vitest";
import { people } from "../../testing/mock/cast.ts";
import type { Colleague } from "../../types/api.ts";
import { changeOf, draftOf } from "./person-draft.ts";

const bram = people.find((one) => one.id === "p-bram") as Colleague;
const before = draftOf(bram);

it("an untouched draft changes nothing", () => {
  expect(changeOf(before, before, true)).toEqual({});
  expect(changeOf(before, { ...before, speaks: [...before.speaks].reverse() }, true)).toEqual({});
});

it("only what differs is sent", () => {
  expect(changeOf(before, { ...before, role: "supervisor", cover: "queue" }, true)).toEqual({
    roles: ["supervisor"],
    cover: "queue",
  });
});

it("a supervisor sends nothing of what only administrators may change", () => {
  const after = { ...before, name: "X", role: "agent" as const, speaks: [], capacity: { chat: 2 } };
  expect(changeOf(before, after, false)).toEqual({ capacity: { chat: 2 } });
});
