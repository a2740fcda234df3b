import type { Language } from "../../types/api.ts";
import type { Board, LongestWait } from "../../types/board.ts";

const words: Record<Language, string[]> = {
  en: "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty".split(
    " ",
  ),
  nl: "Nul Eén Twee Drie Vier Vijf Zes Zeven Acht Negen Tien Elf Twaalf Dertien Veertien Vijftien Zestien Zeventien Achttien Negentien Twintig".split(
    " ",
  ),
};

/** A number as a sentence begins with it: a word up to twenty. */
export function numberWord(count: number, language: Language): string {
  return words[language][count] ?? count.toLocaleString(language);
}

/** The longest wait of all queues. */
export function longestOf(board: Board): LongestWait | null {
  return board.queues.reduce<LongestWait | null>(
    (longest, { longest: one }) => (one && (!longest || one.since < longest.since) ? one : longest),
    null,
  );
}

/** Red means a person is needed now: past what was promised to this queue's customers, or a quarter of an hour without. */
export function tooLong(wait: LongestWait, now: number): boolean {
  return wait.dueAt ? Date.parse(wait.dueAt) <= now : now - Date.parse(wait.since) >= 15 * 60_000;
}

/** How far a wait has come towards its target: 1 is its moment. */
export function shareOf(wait: LongestWait, now: number): number | null {
  if (!wait.dueAt) return null;
  const since = Date.parse(wait.since);
  return Math.max(0, (now - since) / Math.max(1, Date.parse(wait.dueAt) - since));
}
