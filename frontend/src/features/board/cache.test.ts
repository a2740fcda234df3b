import { expect, it } from "vitest";
import { boardOf } from "../../testing/mock/board.ts";
import { World } from "../../testing/mock/world.ts";
import { applyToBoard } from "./cache.ts";
import { numberWord } from "./headline.ts";

it("a board that is told anew replaces the one before, and nothing else does", () => {
  const before = { board: boardOf(new World()), live: "e:1" };
  const next = { ...before.board, queues: [] };
  expect(applyToBoard(before, { type: "board", board: next }).board).toBe(next);
  expect(applyToBoard(before, { type: "removed", topic: "t" })).toBe(before);
});

it("numbers are words up to twenty", () => {
  expect(numberWord(15, "en")).toBe("Fifteen");
  expect(numberWord(1, "nl")).toBe("Eén");
  expect(numberWord(1234, "en")).toBe("1,234");
});
