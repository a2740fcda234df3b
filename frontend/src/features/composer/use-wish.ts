import { useEffect } from "react";
import { dropOutgoing, type Outgoing } from "../../lib/outbox.ts";
import type { Entry, ReplyOption } from "../../types/api.ts";
import type { Draft } from "./drafts.ts";

/** Something said elsewhere on the page to the composer; the number tells one wish from the next. */
export type ComposerWish =
  | { number: number; kind: "again" | "edit"; outgoing: Outgoing }
  | { number: number; kind: "other"; entry: Entry }
  | { number: number; kind: "ask"; question: string }
  | { number: number; kind: "note" | "reply" };

type Means = {
  /** What is written already. */
  text: string;
  options: ReplyOption[];
  set: (change: Partial<Draft>) => void;
  /** Begins to write, with what is there already. */
  begin: (mode: Draft["mode"]) => void;
  send: (outgoing: Outgoing) => Promise<void>;
};

/** Does what was wished elsewhere on the page, once each. */
export function useWish(wish: ComposerWish | null, { text: written, options, set, begin, send }: Means): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per wish
  useEffect(() => {
    if (!wish) return;
    switch (wish.kind) {
      case "again":
        void send(wish.outgoing);
        return;
      case "edit": {
        const { kind, clientId, text, attachments, channel } = wish.outgoing;
        dropOutgoing(clientId);
        set(kind === "note" ? { note: text } : { text, attachments, channel });
        begin(kind);
        return;
      }
      case "other": {
        const { text, channel } = wish.entry;
        const other = options.find((option) => option.available && option.channel !== channel);
        set({
          text,
          ...(other ? { channel: other.channel, account: other.account, to: other.to?.value ?? null } : {}),
        });
        begin("message");
        return;
      }
      case "ask":
        set({ text: `${written}${/\S$/.test(written) ? " " : ""}${wish.question}` });
        begin("message");
        return;
      case "note":
        begin("note");
        return;
      case "reply":
        begin("message");
    }
  }, [wish?.number]);
}
