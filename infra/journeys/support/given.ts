import { randomInt, randomUUID } from "node:crypto";

/** A customer nobody else uses: a number, an address and a name of their own. */
export type Customer = { name: string; phone: string; email: string };

export function customer(name = "Iris"): Customer {
  const mark = randomInt(1_000_000, 9_999_999);
  return { name: `${name} ${mark}`, phone: `+3161${mark}`, email: `${name.toLowerCase()}.${mark}@example.com` };
}

/** Words that stand nowhere else, so that what is found is what was written. */
export function words(about: string): string {
  return `${about} ${randomUUID().slice(0, 8)}`;
}
