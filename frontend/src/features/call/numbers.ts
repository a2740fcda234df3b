import type { Identity } from "../../types/api.ts";

const surest = { verified: 0, observed: 1, claimed: 2 };

/** The customer's numbers, each once, the best proven first. */
export function numbersOf(identities: readonly Identity[]): Identity[] {
  const numbers = identities
    .filter((one) => (one.kind === "phone" || one.kind === "whatsapp") && one.value.startsWith("+"))
    .sort((left, right) => surest[left.level] - surest[right.level]);
  return numbers.filter((one, at) => numbers.findIndex((other) => other.value === one.value) === at);
}
