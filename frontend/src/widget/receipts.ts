import type { ClientFrame } from "./protocol";

/** Tells the server how far messages were received and read, each step once a line, and again on a new line. */
export interface Receipts {
  received(entry: string): void;
  read(entry: string): void;
  /** The line stands anew: what was said on the old one may be lost. */
  again(): void;
}

export function createReceipts(transmit: (frame: ClientFrame) => boolean): Receipts {
  const wanted: Partial<Record<"received" | "read", string>> = {};
  const told: Partial<Record<"received" | "read", string>> = {};

  function tell(type: "received" | "read"): void {
    const entry = wanted[type];
    if (entry && told[type] !== entry && transmit({ type, entry })) {
      told[type] = entry;
    }
  }

  return {
    received(entry) {
      wanted.received = entry;
      tell("received");
    },
    read(entry) {
      wanted.read = entry;
      tell("read");
    },
    again() {
      told.received = undefined;
      told.read = undefined;
      tell("received");
      tell("read");
    },
  };
}
