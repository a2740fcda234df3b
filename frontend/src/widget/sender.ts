import { backoff } from "./backoff";
import { type Outbox, TAB_BEAT, type Unsent } from "./outbox";
import type { ClientFrame, Refused } from "./protocol";

/** How long an acknowledgement may take before the line counts as dead, in milliseconds. */
export const ACK_PATIENCE = 10_000;

/** Sends this tab's unsent messages one after the other, each until it is acknowledged, so that their order holds. */
export interface Sender {
  /** Looks for work: call after anything that may have made some. */
  pump(): void;
  /** The server has the message for good; gives it back unless it was acknowledged before. */
  stored(id: string): Unsent | null;
  refused(frame: Refused): void;
  lineLost(): void;
  stop(): void;
}

export interface SenderNeeds {
  outbox: Outbox;
  transmit(frame: ClientFrame): boolean;
  random(): number;
  /** Nothing was heard of a message for too long. */
  onSilence(): void;
  /** The message in turn has to wait for this reason, or (null) no longer. */
  onHeld(reason: Refused["reason"] | null): void;
  onChange(): void;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

export function createSender(needs: SenderNeeds): Sender {
  const { outbox } = needs;
  let inFlight: string | null = null;
  let refusals = 0;
  let patience: Timer;
  let pause: Timer;
  let pulse: ReturnType<typeof setInterval> | undefined;

  function pump(): void {
    keepPulse();
    if (inFlight || pause) {
      return;
    }
    const message = outbox.next();
    if (message && needs.transmit(frameOf(message))) {
      inFlight = message.id;
      patience = setTimeout(needs.onSilence, ACK_PATIENCE);
    }
  }

  function settle(): void {
    clearTimeout(patience);
    inFlight = null;
  }

  function hold(reason: Refused["reason"], retryAfterMs: number | null): void {
    needs.onHeld(reason);
    const ms = Math.max(retryAfterMs ?? 0, backoff(refusals++, needs.random()));
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      pump();
    }, ms);
  }

  /** While something is unsent this tab shows that it lives, and looks after what gone tabs left. */
  function keepPulse(): void {
    const busy = outbox.all().some((message) => message.failure === null);
    if (busy && !pulse) {
      outbox.beat();
      pulse = setInterval(() => {
        outbox.beat();
        pump();
      }, TAB_BEAT);
    } else if (!busy && pulse) {
      clearInterval(pulse);
      pulse = undefined;
      outbox.leave();
    }
  }

  return {
    pump,
    stored(id) {
      const message = outbox.all().find((one) => one.id === id) ?? null;
      outbox.remove(id);
      if (inFlight === id) {
        settle();
      }
      refusals = 0;
      needs.onHeld(null);
      needs.onChange();
      pump();
      return message;
    },
    refused({ id, reason, retryAfterMs }) {
      if (id === null || id !== inFlight) {
        return;
      }
      settle();
      if (reason === "unavailable" || reason === "too-fast") {
        hold(reason, retryAfterMs);
      } else {
        outbox.fail(id, reason);
        needs.onChange();
        pump();
      }
    },
    lineLost() {
      settle();
      clearTimeout(pause);
      pause = undefined;
    },
    stop() {
      settle();
      clearTimeout(pause);
      pause = undefined;
      clearInterval(pulse);
      pulse = undefined;
      outbox.leave();
    },
  };
}

function frameOf({ id, text, attachments, call }: Unsent): ClientFrame {
  const uploads = attachments.map((file) => file.id);
  return {
    type: "message",
    id,
    text,
    ...(uploads.length > 0 ? { attachments: uploads } : {}),
    ...(call ? { call } : {}),
  };
}
