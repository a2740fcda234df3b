import type { Keep } from "./keep";
import type { ClientFrame } from "./protocol";
import type { Details } from "./store";

/** What the visitor tells of themselves; either may be missing. */
export interface Person {
  name?: string;
  email?: string;
}

/** Keeps a visitor's name and email address until the server has them, and how the question was answered. */
export interface DetailsDesk {
  state(): Details;
  save(person: Person): void;
  decline(): void;
  /** Sends what is not yet acknowledged. */
  resend(): void;
  acknowledged(): void;
}

/** The key under which details are kept. */
export const DETAILS = "details";

export function createDetails(keep: Keep, transmit: (frame: ClientFrame) => boolean): DetailsDesk {
  function pending(): Person | null {
    const kept = keep.get(DETAILS);
    try {
      return kept?.startsWith("{") ? (JSON.parse(kept) as Person) : null;
    } catch {
      return null;
    }
  }

  function resend(): void {
    const person = pending();
    if (person) {
      transmit({ type: "details", ...person });
    }
  }

  return {
    state() {
      const kept = keep.get(DETAILS);
      if (kept === "stored" || kept === "declined") {
        return kept;
      }
      return kept ? "saving" : "unasked";
    },
    save({ name, email }) {
      keep.set(DETAILS, JSON.stringify({ ...(name ? { name } : {}), ...(email ? { email } : {}) }));
      resend();
    },
    decline: () => keep.set(DETAILS, "declined"),
    resend,
    acknowledged: () => keep.set(DETAILS, "stored"),
  };
}

/** Whether this could be a telephone number; the server decides for good. */
export function looksLikeNumber(number: string): boolean {
  return /^\+?[\d\s().-]+$/.test(number) && /^\d{8,15}$/.test(number.replace(/\D/g, ""));
}

/** Whether this could be an email address; the server decides for good. */
export function looksLikeEmail(address: string): boolean {
  return /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address);
}
