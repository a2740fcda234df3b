import { randomInt, randomUUID } from "node:crypto";

/** A customer nobody else uses: a number, an address and a name of their own. */
export type Customer = { name: string; phone: string; email: string };

export function customer(name = "Iris"): Customer {
  const mark = randomInt(1_000_000, 9_999_999);
  return { name: `${name} ${mark}`, phone: `+3161${mark}`, email: `${name.toLowerCase()}.${mark}@example.com` };
}

/** Lotte's own phone, on which calls from her inbox begin. */
export const lotte: Customer = { name: "Lotte Jansen", phone: "+31612340001", email: "lotte@loper.test" };

/** Words that stand nowhere else, so that what is found is what was written. */
export function words(about: string): string {
  return `${about} ${randomUUID().slice(0, 8)}`;
}
