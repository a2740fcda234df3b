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

/** What can be used first; the rest by why not. */
export function inOrder(options: ReplyOption[]): ReplyOption[] {
  const rank = (option: ReplyOption) => (option.available ? 0 : option.reason === "no-address" ? 2 : 1);
  return options.toSorted((left, right) => rank(left) - rank(right));
}

/** The visitor who can see us typing: whom the chosen channel reaches on the site. */
export function visitorOf(option: ReplyOption | null): string | null {
  return option?.channel === "chat" ? (option.to?.value ?? null) : null;
}
