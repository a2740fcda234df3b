import type { ReplyOption } from "../../types/api.ts";
import type { Draft } from "./drafts.ts";

/** The option the draft names, while it can be used; else the one the server prefers. */
export function optionChosen(
  options: ReplyOption[],
  preferred: number | null,
  { channel, account, to }: Pick<Draft, "channel" | "account" | "to">,
): ReplyOption | null {
  const usable = options.filter((option) => option.available);
  return (
    usable.find((one) => one.channel === channel && one.account === account && (one.to?.value ?? null) === to) ??
    usable.find((one) => one.channel === channel && (account === null || one.account === account)) ??
    (preferred !== null && options[preferred]?.available ? options[preferred] : undefined) ??
    usable[0] ??
    null
  );
}

/** An answer by one and the same way is one choice, however well the address is proven. */
export const wayOf = (option: ReplyOption) => `${option.channel} ${option.account} ${option.to?.value ?? ""}`;

/** What can be used first; the rest by why not. Each way once. */
export function inOrder(options: ReplyOption[]): ReplyOption[] {
  const rank = (option: ReplyOption) => (option.available ? 0 : option.reason === "no-address" ? 2 : 1);
  const sorted = options.toSorted((left, right) => rank(left) - rank(right));
  return sorted.filter((option, at) => sorted.findIndex((one) => wayOf(one) === wayOf(option)) === at);
}

/** The visitor who can see us typing: whom the chosen channel reaches on the site. */
export function visitorOf(option: ReplyOption | null): string | null {
  return option?.channel === "chat" ? (option.to?.value ?? null) : null;
}
