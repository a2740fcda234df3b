import { useEffect, useState } from "preact/hooks";
import type { Words } from "../i18n";
import type { ChatState } from "../store";

/** After this long without an answer the visitor hears that they need not wait here, in milliseconds. */
export const SLOW = 120_000;

interface SlowHintProps {
  state: ChatState;
  words: Words;
  /** Whether the visitor left their details just now. */
  thanks: boolean;
  now(): number;
  onLeave(): void;
}

/** Says that an answer takes a while, and what became of the visitor's details. */
export function SlowHint({ state, words, thanks, now, onLeave }: SlowHintProps) {
  const slow = useSlow(state, now) && state.typing === null;
  const { details, line } = state;
  const stored = details === "stored" && (slow || thanks);
  return (
    <p class="hint" role="status">
      {details === "saving" && line === "trying" && words.say("detailsSaving")}
      {slow && words.say("slow")} {stored && words.say("detailsStored")}
      {slow && details === "declined" && (
        <button type="button" class="text" onClick={onLeave}>
          {words.say("slowLeave")}
        </button>
      )}
    </p>
  );
}

function useSlow({ timeline }: ChatState, now: () => number): boolean {
  const [, tick] = useState(0);
  const lastAgent = timeline.entries.findLastIndex((entry) => entry.from === "agent");
  const waiting = timeline.entries.slice(lastAgent + 1).find((entry) => entry.from === "visitor");
  const due = waiting ? Date.parse(waiting.at) + SLOW : Number.POSITIVE_INFINITY;
  useEffect(() => {
    const left = due - now();
    if (left > 0 && Number.isFinite(left)) {
      const timer = setTimeout(() => tick((count) => count + 1), left + 50);
      return () => clearTimeout(timer);
    }
  }, [due, now]);
  return due <= now();
}
