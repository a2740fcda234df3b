import { useCallback, useEffect, useRef } from "react";
import type { Shell } from "../frame.tsx";

const viewingEvery = 20_000;
const typingEvery = 3_000;

/** Says that a conversation is looked at, again and again while it is. */
export function usePresence(shell: Shell, conversation: string | null) {
  const { sayPresence } = shell;
  useEffect(() => {
    if (!conversation) return;
    const say = () => document.visibilityState === "visible" && sayPresence(conversation, "viewing");
    const first = setTimeout(say, 500);
    const repeat = setInterval(say, viewingEvery);
    return () => {
      clearTimeout(first);
      clearInterval(repeat);
      sayPresence(conversation, "left");
    };
  }, [conversation, sayPresence]);
}

/** Says that something is being written, now and then while it is, and once when it no longer is. */
export function useTyping(shell: Shell, conversation: string | null) {
  const { sayPresence } = shell;
  const told = useRef({ at: 0, to: null as string | null });
  return useCallback(
    (on: boolean, to: string | null) => {
      if (!conversation) return;
      const { at, to: before } = told.current;
      if (!on) {
        if (at > 0) sayPresence(conversation, "viewing", before);
        told.current = { at: 0, to: null };
      } else if (Date.now() - at >= typingEvery || to !== before) {
        // Whom it is no longer for must not go on waiting for it.
        if (before !== null && to !== before) sayPresence(conversation, "viewing", before);
        told.current = { at: Date.now(), to };
        sayPresence(conversation, "typing", to);
      }
    },
    [conversation, sayPresence],
  );
}
