import { useLayoutEffect } from "react";
import { holdLetters } from "../../lib/shortcuts.ts";

/**
 * Stands where a form will be. Whoever asked for it types on at once: until it is here, their letters are words without a
 * field, and no keys.
 */
export function LettersHeld() {
  useLayoutEffect(holdLetters, []);
  return null;
}
