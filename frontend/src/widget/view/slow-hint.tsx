import { useEffect, useState } from "preact/hooks";
import type { Words } from "../i18n";
import type { ChatState } from "../store";
import { placeText } from "./standing-text";

/** After this long without an answer the visitor hears that they need not wait here, in milliseconds. */
export const SLOW = 120_000;

/** From so many before them on a visitor is told aloud how the place moves. */
const NEAR = 3;

interface SlowHintProps {
  state: ChatState;
  words: Words;
  /** Whether the visitor left their details just now. */
  thanks: boolean;
  /** Whether they are being asked for their details. */
  asking: boolean;
  now(): number;
  onLeave(): void;
}

/** Says how many are before the visitor, that an answer takes a while, and what became of their details. */
export function SlowHint({ state, words, thanks, asking, now, onLeave }: SlowHintProps) {
  const { waits, late } = useWaiting(state, now);
  const { details, line, standing, typing } = state;
  const closed = standing !== null && !standing.open && standing.with === null;
  const place = standing && waits ? placeText(standing, words) : "";
  const slow = late && typing === null && !asking;
  const said = [
    details === "saving" && line === "trying" && words.say("detailsSaving"),
    closed && waits && words.say("answerLater"),
    !closed && slow && !place && words.say("slow"),
    !closed && (slow || place) && words.say("mayLeave"),
    details === "stored" && (slow || thanks) && words.say("detailsStored"),
  ]
    .filter(Boolean)
    .join(" ");
  return (
    <p class="hint" role="status">
      {/* Only the last steps are read out; who looks sees every one. */}
      {place && <b aria-live={(standing?.before ?? 0) > NEAR ? "off" : undefined}>{place}</b>}
      {said}
      {slow && details === "declined" && (
        <button type="button" class="text" onClick={onLeave}>
          {words.say("slowLeave")}
        </button>
      )}
    </p>
  );
}

/** Whether the visitor waits for an answer, and whether for long. */
function useWaiting({ timeline }: ChatState, now: () => number): { waits: boolean; late: boolean } {
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
  return { waits: waiting !== undefined, late: due <= now() };
}
