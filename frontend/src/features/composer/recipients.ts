import type { Addressing, ReplyOption } from "../../types/api.ts";
import type { Draft, Others } from "./drafts.ts";

/** Whom a letter goes to. */
export type Recipients = {
  /** The customer's address, or the one they asked for and the writer agreed to. */
  customer: string;
  others: Others;
  /** The message at whose Reply-To it goes. */
  replyToOf: string | null;
};

type Choice = Pick<Draft, "others" | "elsewhere">;

/** Whom the answer goes to on this channel; null where it reaches one person anyhow. */
export function recipientsOf(option: ReplyOption | null, draft: Choice): Recipients | null {
  if (!option?.capabilities.letters || !option.to) return null;
  const { elsewhere } = draft;
  const asked = option.everybody?.replyTo ?? null;
  const agreed = asked && elsewhere?.agreed && elsewhere.entry === asked.entry ? asked : null;
  const customer = agreed?.address ?? option.to.value;
  const { to, cc } = draft.others ?? everybodyElse(option);
  const left = new Set([customer, option.to.value]);
  return {
    customer,
    others: { to: to.filter((one) => !left.has(one)), cc: cc.filter((one) => !left.has(one)) },
    replyToOf: agreed?.entry ?? null,
  };
}

/** Everybody who takes part but the customer. */
export function everybodyElse(option: ReplyOption): Others {
  return { to: option.everybody?.to.slice(1) ?? [], cc: option.everybody?.cc ?? [] };
}

/** The question whether to answer elsewhere, while the writer has not said. */
export function openQuestion(option: ReplyOption | null, draft: Choice): Addressing["replyTo"] {
  const asked = option?.everybody?.replyTo ?? null;
  return asked && draft.elsewhere?.entry !== asked.entry ? asked : null;
}

/** What a message says about whom it goes to. */
export function addressed(recipients: Recipients) {
  const { customer, others, replyToOf } = recipients;
  return {
    to: [customer, ...others.to],
    ...(others.cc.length > 0 ? { cc: others.cc } : {}),
    ...(replyToOf ? { replyToOf } : {}),
  };
}

/** The others of a message that comes back to the composer. */
export function othersOf(to: string | string[] | undefined, cc: string[] | undefined): Others | null {
  return Array.isArray(to) ? { to: to.slice(1), cc: cc ?? [] } : null;
}

export function count({ to, cc }: Others): number {
  return to.length + cc.length;
}

/** The mail addresses in what somebody typed or pasted; null if something in it is none. */
export function addressesIn(typed: string): string[] | null {
  const found = typed
    .split(/[,;\s]+/)
    .map((one) => one.replace(/^<|>$/g, "").trim().toLowerCase())
    .filter((one) => one !== "");
  return found.every((one) => /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@]+$/.test(one)) ? found : null;
}
