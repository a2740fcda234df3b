import type { ClientFrame } from "./protocol";

/** How often "still typing" is repeated, in milliseconds. */
export const REPEAT = 3_000;

/** After this silence the visitor no longer counts as typing, in milliseconds. */
export const PAUSE = 5_000;

/** After this silence an agent no longer counts as typing, in milliseconds. */
export const AGENT_PAUSE = 8_000;

/** Tells the agent that the visitor is typing. */
export interface Typing {
  typed(now: number): void;
  stopped(): void;
}

export function createTyping(transmit: (frame: ClientFrame) => boolean): Typing {
  let toldAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stopped(): void {
    clearTimeout(timer);
    if (toldAt > Number.NEGATIVE_INFINITY) {
      toldAt = Number.NEGATIVE_INFINITY;
      transmit({ type: "typing", on: false });
    }
  }

  return {
    typed(now) {
      clearTimeout(timer);
      timer = setTimeout(stopped, PAUSE);
      if (now - toldAt >= REPEAT && transmit({ type: "typing", on: true })) {
        toldAt = now;
      }
    },
    stopped,
  };
}
