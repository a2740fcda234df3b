import type { PersonPresence } from "../../types/api.ts";

const forms: Record<PersonPresence["state"], string> = {
  online: "dot on",
  busy: "dot busy",
  away: "dot away",
  offline: "dot",
};

/** How somebody stands, as a shape; the word always stands beside it. */
export function PresenceDot({ state }: { state: PersonPresence["state"] }) {
  return <span className={forms[state]} aria-hidden="true" />;
}
