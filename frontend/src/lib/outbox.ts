import type { Attachment, Channel, NewMessage } from "../types/api.ts";
import { readStored, writeStored } from "./storage.ts";
import { createStore } from "./store.ts";

/**
 * A message on its way from this browser to the server: shown at once, gone when its stored twin (same client id)
 * arrives. It survives a reload; sending it again is harmless because of the client id.
 */
export type Outgoing = {
  clientId: string;
  conversation: string;
  kind: "message" | "note";
  channel: Channel | null;
  to: string | null;
  topic: string;
  text: string;
  subject: string | null;
  attachments: Attachment[];
  at: string;
  author: { id: string; name: string };
  state: "sending" | "failed";
  reason: string | null;
  request: NewMessage | null;
};

const key = "loper.outbox";

function restored(): Outgoing[] {
  return (readStored<Outgoing[]>(key) ?? []).map((one) =>
    one.state === "sending" ? { ...one, state: "failed", reason: null } : one,
  );
}

export const outbox = createStore<Outgoing[]>(restored());
outbox.subscribe(() => writeStored(key, outbox.get().length === 0 ? null : outbox.get()));

export function putOutgoing(one: Outgoing): void {
  outbox.update((all) => [...all.filter((other) => other.clientId !== one.clientId), one]);
}

export function markOutgoing(clientId: string, change: Partial<Pick<Outgoing, "state" | "reason">>): void {
  outbox.update((all) => all.map((one) => (one.clientId === clientId ? { ...one, ...change } : one)));
}

export function dropOutgoing(clientId: string): void {
  outbox.update((all) => all.filter((one) => one.clientId !== clientId));
}
