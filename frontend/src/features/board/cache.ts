import type { BoardPage } from "../../types/board.ts";
import type { Change } from "../../types/push.ts";

/** The board after one change: it is told as a whole. */
export function applyToBoard(data: BoardPage, change: Change): BoardPage {
  return change.type === "board" ? { ...data, board: change.board } : data;
}
