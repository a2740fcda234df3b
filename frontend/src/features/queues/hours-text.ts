import type { Hours } from "../../types/queue.ts";

const span = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:-|–|—|tot|to|until)\s*(\d{1,2})(?:[:.h]?(\d{2}))?$/i;

function time(hours: string, minutes: string | undefined): string | null {
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The spans of a day as people write them: "9-12:30, 13-17". Nothing written is a closed day; `null` is not understood. */
export function readHours(text: string): Hours[] | null {
  const parts = text
    .split(/[,;&]|\ben\b|\band\b/)
    .map((part) => part.trim())
    .filter(Boolean);
  const spans: Hours[] = [];
  for (const part of parts) {
    const found = span.exec(part);
    const from = found && time(found[1] ?? "", found[2]);
    const until = found && time(found[3] ?? "", found[4]);
    if (!from || !until || from === "24:00" || from >= until) return null;
    spans.push({ from, until });
  }
  spans.sort((left, right) => left.from.localeCompare(right.from));
  return spans.some((one, index) => index > 0 && one.from < (spans[index - 1]?.until ?? "")) ? null : spans;
}

/** The same as we write them: "09:00–12:30, 13:00–17:00". */
export function writeHours(hours: readonly Hours[]): string {
  return hours.map((one) => `${one.from}–${one.until}`).join(", ");
}
